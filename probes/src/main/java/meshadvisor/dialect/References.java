package meshadvisor.dialect;

import meshadvisor.model.Reference;
import meshadvisor.tree.Node;

/** Notes the names that an object uses for others, where they are written. */
public final class References {

    private final Item item;
    private final Facts facts;

    public References(Item item, Facts facts) {
        this.item = item;
        this.facts = facts;
    }

    /** A name in the namespace of the object. A name that is not given is no reference. */
    public void add(Reference.Kind kind, Node name) {
        add(kind, "", name, "");
    }

    /**
     * A name with what is written beside it.
     *
     * @param namespace empty for that of the object
     * @param detail subset, section or kind, else empty
     */
    public void add(Reference.Kind kind, String namespace, Node name, String detail) {
        if (!name.text().isEmpty()) {
            facts.references.add(new Reference(item.meta(), kind, namespace, name.text(), detail, item.place(name)));
        }
    }

    /** A name that is only a part of what is written. */
    public void named(Reference.Kind kind, String namespace, String name, Node written) {
        facts.references.add(new Reference(item.meta(), kind, namespace, name, "", item.place(written)));
    }

    /** A subset of a host. */
    public void subset(String host, Node subset) {
        facts.references.add(new Reference(item.meta(), Reference.Kind.SUBSET, "", host, subset.text(), item.place(subset)));
    }

    /** {@code namespace/name}, a name alone, or in the old way {@code name.namespace}. {@code mesh} means every sidecar and is no gateway. */
    public void gateway(Node gateway) {
        String written = gateway.text();
        if (written.isEmpty() || written.equals("mesh")) {
            return;
        }
        String[] labels = written.split("\\.", -1);
        if (labels.length > 1 && !written.contains("/")) {
            named(Reference.Kind.GATEWAY, labels[1], labels[0], gateway);
            return;
        }
        int slash = written.indexOf('/');
        String namespace = slash < 0 ? "" : written.substring(0, slash);
        named(Reference.Kind.GATEWAY, namespace, written.substring(slash + 1), gateway);
    }
}
