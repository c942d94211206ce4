package meshadvisor.plan;

import java.util.List;

/**
 * A file of a stage.
 *
 * @param name inside the folder of the stage
 * @param documents trees of maps, lists, texts, numbers and truth values; never text of their own, so that no name can end what it stands in
 */
public record PlanFile(String name, Kind kind, List<Object> documents) {

    /** What it is for. */
    public enum Kind {
        /** For {@code kubectl apply}. */
        MANIFESTS,
        /** Of a chart. */
        VALUES,
        /** For {@code meshadvisor gate}. */
        BUDGETS
    }

    public PlanFile {
        documents = List.copyOf(documents);
    }
}
