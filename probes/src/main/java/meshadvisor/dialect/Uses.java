package meshadvisor.dialect;

import java.util.HashSet;
import java.util.Set;

import meshadvisor.model.Evidence;
import meshadvisor.model.Place;
import meshadvisor.model.Use;
import meshadvisor.tree.Node;

/** The features that one object uses: each capability is noted once, where it is first seen. */
public final class Uses {

    private final Item item;
    private final Facts facts;
    private final String by;
    private final Use.Hop hop;
    private final Set<String> noted = new HashSet<>();

    /**
     * Notes nothing yet.
     *
     * @param by who provides the features
     * @param hop where all of them act
     */
    public Uses(Item item, Facts facts, String by, Use.Hop hop) {
        this.item = item;
        this.facts = facts;
        this.by = by;
        this.hop = hop;
    }

    /**
     * Notes a capability at a node of the object.
     *
     * @param does what the object does, as the rest of a sentence that starts with its name
     */
    public void add(String capability, Node at, String does) {
        add(capability, item.place(at), does);
    }

    /** Notes a capability at a place of the object. */
    public void add(String capability, Place at, String does) {
        if (noted.add(capability)) {
            facts.uses.add(new Use(capability, by, hop, item.meta(), new Evidence(item.meta().key() + " " + does, at)));
        }
    }
}
