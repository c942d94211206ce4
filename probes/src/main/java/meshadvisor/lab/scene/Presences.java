package meshadvisor.lab.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variant.Sign;
import meshadvisor.model.Gap;
import meshadvisor.tree.Node;

/** Which variants can be run in a cluster. */
final class Presences {

    private Presences() {}

    /** Looks for each. */
    static Map<String, Presence> of(List<Variant> variants, Found found, List<Gap> gaps) {
        Map<String, Presence> presences = new LinkedHashMap<>();
        variants.forEach(variant -> presences.put(variant.id(), of(variant, found, gaps)));
        return presences;
    }

    private static Presence of(Variant variant, Found found, List<Gap> gaps) {
        List<Sign> missing = variant.detect().signs().stream().filter(sign -> found.showing(sign).isEmpty()).toList();
        if (missing.isEmpty()) {
            return new Presence.There(version(variant, found), revision(variant, found), flavour(variant, found));
        }
        List<Sign> visible = missing.stream().filter(sign -> hidden(sign, gaps).findAny().isEmpty()).toList();
        if (visible.isEmpty()) {
            return new Presence.NotThere("it could not be seen whether it is there: " + missing.stream()
                    .flatMap(sign -> hidden(sign, gaps)).distinct().collect(Collectors.joining(" and ")), "get the right to see that");
        }
        String lacks = visible.stream().map(sign -> lack(sign, found.meant(sign))).distinct().collect(Collectors.joining(" and "));
        boolean some = missing.size() < variant.detect().signs().size() || missing.stream().anyMatch(sign -> !found.meant(sign).isEmpty());
        return new Presence.NotThere(some ? variant.name() + " is not there in full: " + lacks : variant.name() + " is not installed",
                variant.detect().remedy());
    }

    /** A list that was refused is no proof that nothing is there. */
    private static Stream<String> hidden(Sign sign, List<Gap> gaps) {
        String plural = sign.resource().substring(sign.resource().lastIndexOf('/') + 1);
        return Found.hiding(sign.resource(), gaps).map(gap -> "the " + plural + " were not shown (" + gap.why() + ")");
    }

    /** What is wrong with the first of those that are meant, or that there are none. */
    private static String lack(Sign sign, List<Node> meant) {
        String kind = sign.resource().substring(sign.resource().lastIndexOf('/') + 1);
        String which = sign.name().isEmpty() ? sign.labels().entrySet().stream().map(l -> l.getKey() + "=" + l.getValue())
                .collect(Collectors.joining(",")) : sign.name();
        if (meant.isEmpty()) {
            return which.isEmpty() ? "there are no " + kind : "there is no " + which + " among the " + kind;
        }
        String value = FieldPath.text(meant.getFirst(), sign.field());
        return sign.field() + " of " + Found.name(meant.getFirst()) + " among the " + kind + " is "
                + (value.isEmpty() ? "not set" : value.length() > 40 ? "not as it has to be" : "\"" + value + "\"");
    }

    private static String version(Variant variant, Found found) {
        return versioned(variant, found).map(object -> tag(first(object))).findFirst().orElse("");
    }

    private static String first(Node object) {
        List<Node> containers = object.at("spec", "template", "spec", "containers").items();
        return containers.isEmpty() ? "" : containers.getFirst().get("image").text();
    }

    private static Stream<Node> versioned(Variant variant, Found found) {
        return variant.detect().signs().stream().filter(Sign::version).flatMap(sign -> found.showing(sign).stream());
    }

    /** The tag of an image, without the digest. */
    static String tag(String image) {
        String undigested = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = undigested.lastIndexOf(':');
        return colon > undigested.lastIndexOf('/') ? undigested.substring(colon + 1) : "";
    }

    private static String revision(Variant variant, Found found) {
        String label = variant.detect().revisionLabel();
        return label.isEmpty() ? ""
                : versioned(variant, found).map(object -> Found.label(object, label)).filter(text -> !text.isEmpty()).findFirst()
                        .orElse("");
    }

    private static String flavour(Variant variant, Found found) {
        return variant.detect().flavours().stream().filter(flavour -> !found.showing(flavour.sign()).isEmpty())
                .map(Variant.Flavour::name).collect(Collectors.joining("+"));
    }

    /** The proofs of a variant by fields: every object that is meant has to show it. What was not shown proves nothing. */
    static List<Proved> proved(Variant variant, Found found, List<Gap> gaps) {
        return variant.prove().stream().flatMap(proof -> proof instanceof Proof.Field field ? Stream.of(proved(field, found, gaps))
                : Stream.of()).toList();
    }

    private static Proved proved(Proof.Field field, Found found, List<Gap> gaps) {
        Sign sign = field.object();
        List<String> hidden = hidden(sign, gaps).toList();
        if (!hidden.isEmpty()) {
            return new Proved(field.shows(), false, "it could not be seen: " + String.join(" and ", hidden));
        }
        List<Node> meant = found.meant(sign);
        List<Node> against = meant.stream().filter(object -> !Found.shows(object, sign)).toList();
        boolean held = !meant.isEmpty() && against.isEmpty();
        return new Proved(field.shows(), held,
                held ? meant.size() + " × " + (sign.field().isEmpty() ? "there" : sign.field() + " as it has to be")
                        : lack(sign, against));
    }
}
