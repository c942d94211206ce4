package meshadvisor.tree;

import java.util.Set;
import meshadvisor.tree.Scalar.Kind;

/** What an explicit tag does to a node: the tags of the core schema count, local ones are ignored, others refused. */
final class Tags {

    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> KNOWN = Set.of("str", "int", "float", "bool", "null", "map", "seq", "binary",
            "timestamp", "merge", "value", "set", "omap", "pairs");

    private Tags() {}

    /** Refuses a tag that would ask for an object of a program. */
    static void check(String tag, int line, int column, Warnings warnings) {
        boolean core = tag.startsWith(CORE) && KNOWN.contains(tag.substring(CORE.length()));
        if (!core && !tag.startsWith("!")) {
            throw Unreadable.at(new Scalar("", Kind.NULL, line, column, false),
                    "The tag " + Warnings.shortened(tag) + " is not known and not followed.", "Remove the tag.");
        }
        if (!core && tag.length() > 1) {
            warnings.localTag(tag, line, column);
        }
    }

    /** What a scalar with a tag is. */
    static Kind kind(String tag, Scalar untagged, Warnings warnings) {
        check(tag, untagged.line(), untagged.column(), warnings);
        return switch (tag.startsWith(CORE) ? tag.substring(CORE.length()) : tag) {
            case "str", "binary", "timestamp", "!" -> Kind.STRING;
            case "int" -> wanted(Kind.INTEGER, untagged);
            case "float" -> wanted(Kind.FLOAT, untagged);
            case "bool" -> wanted(Kind.BOOLEAN, untagged);
            case "null" -> wanted(Kind.NULL, untagged);
            default -> untagged.kind();
        };
    }

    private static Kind wanted(Kind wanted, Scalar untagged) {
        Kind seen = CoreSchema.kindOf(untagged.text());
        if (seen != wanted && !(wanted == Kind.FLOAT && seen == Kind.INTEGER)) {
            throw Unreadable.at(untagged,
                    "The value \"" + Warnings.shortened(untagged.text()) + "\" is not what its tag says.",
                    "Correct the value or remove the tag.");
        }
        return wanted;
    }
}
