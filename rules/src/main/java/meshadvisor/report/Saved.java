package meshadvisor.report;

import java.util.List;
import meshadvisor.cost.Range;

/**
 * A report as it was saved, as far as two of them can be compared. Codes and ids are those of the format.
 *
 * @param asOf the day at which it judges age
 * @param meshes ids of the meshes that were seen, with how they stood
 * @param services names of the application services, with their namespaces
 * @param coveragePercent how much of the input was understood
 * @param gaps what was not seen, sentences
 */
public record Saved(String asOf, Verdict verdict, List<Need> needs, List<Found> findings, List<String> meshes, List<String> services,
        int coveragePercent, List<String> gaps, List<Figure> figures, List<Limit> limits) {

    /**
     * The verdict.
     *
     * @param mesh empty for none
     */
    public record Verdict(String outcome, String mesh, String confidence, List<Flip> flips) {}

    /** That the verdict would be another if a fact had a value. */
    public record Flip(String fact, String to, String outcome, String mesh) {}

    /** A need and its answer. */
    public record Need(String id, String title, String stated, String observed, String answer, String because) {}

    /**
     * A finding, without where it stands: a line that moves is no change.
     *
     * @param object kind, namespace and name
     */
    public record Found(String code, String rule, String severity, String applies, String object) {}

    /**
     * A number that is not known exactly.
     *
     * @param basis what it stands on
     */
    public record Figure(String what, String unit, String basis, Range range) {}

    /** A number that decides. */
    public record Limit(String id, String value) {}

    public Saved {
        needs = List.copyOf(needs);
        findings = List.copyOf(findings);
        meshes = List.copyOf(meshes);
        services = List.copyOf(services);
        gaps = List.copyOf(gaps);
        figures = List.copyOf(figures);
        limits = List.copyOf(limits);
    }
}
