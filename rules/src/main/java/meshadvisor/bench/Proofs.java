package meshadvisor.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import meshadvisor.bench.BenchRun.Proved;

/** Judges whether requests took the way that was to be measured. What could not be seen proves nothing. */
public final class Proofs {

    /** Linkerd's proxy, and others that speak HTTP, refuse a request by this answer instead of closing the connection. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\b403\\b");

    private Proofs() {}

    /**
     * What is known of one drive.
     *
     * @param namespace of the variant
     * @param sent requests between the two looks at the pages, those of the warm-up too
     * @param outside what came of the plaintext request
     * @param fields the proofs by fields of objects, judged where the objects were read
     */
    public record Evidence(Load.Protocol protocol, String namespace, long sent, List<Told> before, List<Told> after, Plaintext outside,
            List<Proved> fields) {}

    /**
     * A page as one pod gave it.
     *
     * @param page its name, see {@link ProofPages}
     * @param from whose page it is, the same before and after
     * @param lines those that are needed
     * @param error why there is no page; empty if there is one
     */
    public record Told(String page, String from, List<String> lines, String error) {}

    /** What came of a plaintext request from outside. */
    public record Plaintext(Outcome outcome, String detail) {

        /** Nobody tried. */
        public static final Plaintext NOT_ASKED = new Plaintext(Outcome.NOT_ASKED, "");
    }

    /** How a request can end. */
    public enum Outcome {
        ANSWERED, REFUSED, TIMEOUT, UNRESOLVED, NOT_ASKED
    }

    /** All proofs that a variant needs for the protocol, in the order of the catalogue. */
    public static List<Proved> of(Variant variant, Evidence evidence) {
        return variant.prove().stream().filter(proof -> !(proof instanceof Proof.Counter c) || c.holdsFor(evidence.protocol))
                .map(proof -> switch (proof) {
                    case Proof.Counter counter -> counter(counter, evidence);
                    case Proof.Refused refused -> refused(refused, evidence.outside);
                    case Proof.Field field -> evidence.fields.stream().filter(p -> p.shows().equals(field.shows())).findFirst()
                            .orElseGet(() -> new Proved(field.shows(), false, "nobody looked at " + field.object().resource()));
                }).toList();
    }

    private static Proved refused(Proof.Refused proof, Plaintext outside) {
        String detail = outside.detail.isEmpty() ? "" : " (" + outside.detail + ")";
        return switch (outside.outcome) {
            case REFUSED -> new Proved(proof.shows(), true, "refused" + detail);
            case TIMEOUT -> new Proved(proof.shows(), true, "not answered in time, as a firewall would do it, too" + detail);
            case ANSWERED -> FORBIDDEN.matcher(outside.detail).find() ? new Proved(proof.shows(), true, "forbidden" + detail)
                    : new Proved(proof.shows(), false, "answered" + detail);
            case UNRESOLVED -> new Proved(proof.shows(), false, "the name of the server was not found" + detail);
            case NOT_ASKED -> new Proved(proof.shows(), false, "nobody asked from outside");
        };
    }

    private static Proved counter(Proof.Counter proof, Evidence evidence) {
        String page = ProofPages.name(proof);
        List<Told> after = evidence.after.stream().filter(t -> t.page.equals(page)).toList();
        Optional<String> missing = missing(page, evidence.before).or(() -> missing(page, evidence.after));
        if (missing.isPresent()) {
            return new Proved(proof.shows(), false, missing.get());
        }
        ToDoubleFunction<List<Told>> sum = told -> values(proof, evidence.namespace, told).sum();
        List<Told> before = evidence.before.stream().filter(t -> t.page.equals(page)).toList();
        boolean there = values(proof, evidence.namespace, after).findAny().isPresent();
        if (!there && proof.by() != Proof.By.NOTHING) {
            return new Proved(proof.shows(), false, "no series of " + proof.counter() + proof.labels() + " on the page " + page);
        }
        return moved(proof, evidence.sent, sum.applyAsDouble(before), sum.applyAsDouble(after));
    }

    private static Proved moved(Proof.Counter proof, long sent, double before, double after) {
        String seen = proof.counter() + number(before) + " →" + number(after);
        boolean held = switch (proof.by()) {
            case REQUESTS -> after - before >= sent && sent > 0;
            case SOMETHING -> after > before;
            case NOTHING -> after == before;
            case EVER -> after > 0;
        };
        return new Proved(proof.shows(), held, proof.by() == Proof.By.REQUESTS ? seen + " for " + sent + " requests" : seen);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, " %.0f", value) : String.format(Locale.ROOT, " %.3f", value);
    }

    private static Optional<String> missing(String page, List<Told> told) {
        List<Told> mine = told.stream().filter(t -> t.page.equals(page)).toList();
        return mine.isEmpty() ? Optional.of("nobody fetched the page " + page)
                : mine.stream().filter(t -> !t.error.isEmpty()).findFirst()
                        .map(t -> "the page of " + t.from + " could not be read: " + t.error);
    }

    private static DoubleStream values(Proof.Counter proof, String namespace, List<Told> told) {
        return told.stream().flatMap(t -> t.lines.stream()).flatMap(line -> Sample.of(line).stream())
                .filter(s -> fits(s, proof, namespace)).mapToDouble(Sample::value).filter(Double::isFinite);
    }

    private static boolean fits(Sample sample, Proof.Counter proof, String namespace) {
        return sample.name().equals(proof.counter()) && proof.labels().entrySet().stream()
                .allMatch(
                        l -> Pattern.matches(l.getValue().replace("$namespace", namespace), sample.labels().getOrDefault(l.getKey(), "")));
    }
}
