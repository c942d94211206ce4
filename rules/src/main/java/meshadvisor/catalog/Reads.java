package meshadvisor.catalog;

import java.util.List;

/**
 * Kinds of one API group that are read of a running cluster.
 *
 * @param resources plurals, as in paths
 * @param optIn the option without which they are not read; empty if they always are
 * @param leftAlone plurals that are knowingly not read
 * @param why what they are good for
 */
public record Reads(String group, List<String> resources, Form form, String optIn, List<String> leftAlone, String why) {

    /** How much of each object is read. */
    public enum Form {
        /** Without what the cluster says of its state. */
        USUAL,
        /** With what the cluster says of its state. */
        WITH_STATUS,
        /** Names, labels and annotations only. */
        METADATA
    }

    @SuppressWarnings("ConstantValue") // binding gives null for a field that is left out
    public Reads {
        Given.needed(why, "why");
        resources = Given.list(resources);
        leftAlone = Given.list(leftAlone);
        form = form == null ? Form.USUAL : form;
        optIn = Given.or(optIn, "");
        group = Given.or(group, "");
    }

    /** All of the library, in the order in which they are read. */
    public static List<Reads> of(Library library) {
        return library.readList("reads.yaml", "reads", Reads.class);
    }

    /** Names of kinds that stand in no namespace, as {@link #name} gives them. */
    public static List<String> withoutNamespace(Library library) {
        return library.readList("reads.yaml", "without-namespace", String.class);
    }

    /** A kind as kubectl and roles name it: {@code pods}, {@code virtualservices.networking.istio.io}. */
    public static String name(String group, String plural) {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
