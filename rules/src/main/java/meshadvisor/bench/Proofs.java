package meshadvisor.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
     * @param at whose pod it is
     * @param from the name of the page in the plan, the same before and after
     * @param lines those that are needed
     * @param error why there is no page; empty if there is one
     */
    public record Told(Proof.At at, int port, String from, List<String> lines, String error) {

        /** Whether a counter stands on it. */
        boolean has(Proof.Counter counter) {
            return at == counter.at() && port == counter.port();
        }
    }

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
        List<Told> before = evidence.before.stream().filter(told -> told.has(proof)).toList();
        List<Told> after = evidence.after.stream().filter(told -> told.has(proof)).toList();
        Optional<String> missing = missing(proof, before).or(() -> missing(proof, after));
        if (missing.isPresent()) {
            return new Proved(proof.shows(), false, missing.get());
        }
        if (proof.by() != Proof.By.NOTHING && values(proof, evidence.namespace, after).findAny().isEmpty()) {
            return new Proved(proof.shows(), false, "there is no series " + proof.counter() + proof.labels());
        }
        return moved(proof, evidence.sent, values(proof, evidence.namespace, before).sum(), values(proof, evidence.namespace, after).sum());
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

    private static Optional<String> missing(Proof.Counter proof, List<Told> told) {
        return told.isEmpty() ? Optional.of("nobody fetched " + proof.path() + " of port " + proof.port())
                : told.stream().filter(t -> !t.error.isEmpty()).findFirst()
                        .map(t -> "the page " + t.from + " could not be read: " + t.error);
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
