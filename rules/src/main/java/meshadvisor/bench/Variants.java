package meshadvisor.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Kebab;
import meshadvisor.catalog.Library;
import org.jspecify.annotations.Nullable;

/** The variants of the catalogue: those without a mesh first, then those of the meshes by the paths of their files. */
public final class Variants {

    private static final Pattern WORD = Pattern.compile("\\$[A-Za-z{][A-Za-z{}.-]*");
    private static final Set<String> WORDS = Set.of("$namespace", "$revision", "$service", "$port", "$target", "$targetNamespace");
    private static final Pattern FILE = Pattern.compile("(?:bench|meshes/[^/]+)/variants/([^/]+)\\.yaml");

    private Variants() {}

    /**
     * Reads them all.
     *
     * @throws CatalogueMistake with all that is wrong with the first file that is
     */
    public static List<Variant> of(Library library) {
        List<Variant> variants = new ArrayList<>();
        for (String path : paths(library)) {
            Variant variant = library.read(path, Variant.class);
            List<String> mistakes = mistakes(variant, path);
            if (variants.stream().anyMatch(v -> v.id().equals(variant.id()))) {
                mistakes.add("another file has the id \"" + variant.id() + "\", too");
            }
            if (!mistakes.isEmpty()) {
                throw new CatalogueMistake(path, String.join("; ", mistakes));
            }
            variants.add(variant);
        }
        return List.copyOf(variants);
    }

    private static List<String> paths(Library library) {
        Comparator<String> byFolder = Comparator.comparing(path -> path.substring(0, path.lastIndexOf('/')));
        return library.paths("", ".yaml").stream().filter(path -> FILE.matcher(path).matches())
                .sorted(byFolder.thenComparing(path -> !path.contains("/baseline")).thenComparing(Variants::name)).toList();
    }

    /** The name of a file without its ending, by which {@code cilium} stands before {@code cilium-l7}. */
    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    private static List<String> mistakes(Variant variant, String path) {
        List<String> mistakes = new ArrayList<>();
        Matcher file = FILE.matcher(path);
        if (file.matches() && !file.group(1).equals(variant.id())) {
            mistakes.add("\"id\" must be the name of the file, not \"" + variant.id() + "\"");
        }
        if (variant.prove().isEmpty() && variant.rank() != Variant.Rank.PLAIN) {
            mistakes.add("nothing proves that requests take this way: \"prove\" is missing");
        }
        Stream.of(Load.Protocol.values()).filter(protocol -> !variant.prove().isEmpty() && !provable(variant, protocol))
                .forEach(protocol -> mistakes.add("nothing proves that " + Kebab.of(protocol)
                        + " takes this way: add a proof to \"prove\", or say in \"refuses\" why it cannot"));
        if (variant.source().isBlank()) {
            mistakes.add("\"source\" says nothing");
        }
        if (!List.of("restricted", "baseline", "privileged").contains(variant.enrol().podSecurity())) {
            mistakes.add("\"pod-security\" is none of restricted, baseline, privileged");
        }
        texts(variant).flatMap(Variants::unknownWords).distinct()
                .forEach(word -> mistakes.add("unknown placeholder \"" + word + "\"; known are " + WORDS.stream().sorted().toList()));
        expressions(variant).flatMap(Variants::brokenExpression).forEach(mistakes::add);
        return mistakes;
    }

    private static boolean provable(Variant variant, Load.Protocol protocol) {
        return variant.refusal(protocol).isPresent()
                || variant.prove().stream().anyMatch(proof -> !(proof instanceof Proof.Counter counter) || counter.holdsFor(protocol));
    }

    /** All texts in which placeholders are replaced. */
    private static Stream<String> texts(Variant variant) {
        Variant.Enrol enrol = variant.enrol();
        return Stream
                .of(enrol.namespaceLabels(), enrol.namespaceAnnotations(), enrol.podLabels(), enrol.podAnnotations(), enrol.manifests(),
                        enrol.normalised(), enrol.normalisedManifests(), variant.faults().podAnnotations(),
                        variant.faults().shortCertificates(),
                        counters(variant).flatMap(counter -> counter.labels().values().stream()).toList())
                .flatMap(Variants::textsIn);
    }

    private static Stream<String> textsIn(@Nullable Object tree) {
        return switch (tree) {
            case String text -> Stream.of(text);
            case Map<?, ?> fields -> fields.values().stream().flatMap(Variants::textsIn);
            case List<?> items -> items.stream().flatMap(Variants::textsIn);
            case null, default -> Stream.of();
        };
    }

    /** A placeholder ends where its word ends; dots and hyphens after it belong to the text, as in {@code $service.$namespace.svc}. */
    private static Stream<String> unknownWords(String text) {
        return WORD.matcher(text).results().map(match -> match.group())
                .filter(found -> WORDS.stream()
                        .noneMatch(word -> found.equals(word) || found.startsWith(word + ".") || found.startsWith(word
                                + "-")));
    }

    private static Stream<String> expressions(Variant variant) {
        Stream<Variant.Sign> signs = Stream.concat(
                Stream.concat(variant.detect().signs().stream(), variant.detect().flavours().stream().map(Variant.Flavour::sign)),
                variant.prove().stream().flatMap(p -> p instanceof Proof.Field field ? Stream.of(field.object()) : Stream.of()));
        return Stream.concat(signs.map(Variant.Sign::value),
                counters(variant).flatMap(counter -> counter.labels().values().stream()));
    }

    private static Stream<Proof.Counter> counters(Variant variant) {
        return Stream.of(variant.prove(), variant.proveClient(), variant.faults().renewed()).flatMap(List::stream)
                .filter(Proof.Counter.class::isInstance).map(Proof.Counter.class::cast);
    }

    private static Stream<String> brokenExpression(String expression) {
        try {
            Pattern.compile(WORD.matcher(expression).replaceAll("x"));
            return Stream.of();
        } catch (PatternSyntaxException e) {
            return Stream.of("\"" + expression + "\" is no regular expression: " + e.getDescription());
        }
    }
}
