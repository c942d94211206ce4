package meshadvisor.load.record;

import java.util.List;

/**
 * Whether a result may be used.
 *
 * @param valid whether there is no doubt
 * @param because what was seen against it, the limit, and what to do
 */
public record Verdict(boolean valid, List<Reason> because) {

    /** Without doubt. */
    public static final Verdict VALID = new Verdict(true, List.of());

    public Verdict {
        because = List.copyOf(because);
    }

    /**
     * One doubt in words.
     *
     * @param doubt its kind, such as "too-few-samples"
     * @param sentence what was seen, the limit, what to do
     */
    public record Reason(String doubt, String sentence) {}

    static Verdict of(List<Reason> because) {
        return new Verdict(because.isEmpty(), because);
    }
}
