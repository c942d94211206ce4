package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Outcome;
import meshadvisor.advice.Verdict;
import meshadvisor.model.Gap;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;

/** The verdict in one sentence that can be forwarded. */
final class Headline {

    private static final int NEEDS = 3;

    private final Report report;
    private final Words words;
    private final Verdict verdict;
    private final Optional<MeshSeen> running;

    Headline(Report report) {
        this.report = report;
        this.words = new Words(report);
        this.verdict = report.advice().verdict();
        this.running = report.meshes().stream().filter(MeshSeen::runs).findFirst();
    }

    String sentence() {
        return switch (verdict.outcome()) {
            case NO_MESH -> (stated().isEmpty() ? "Nothing seen here needs a service mesh" : "No stated need calls for a service mesh")
                    + itWould() + ".";
            case ADOPT -> verdict.mesh().isEmpty()
                    ? "Adopt a service mesh for " + titles(served()) + ", but what is required rules out every mesh known here."
                    : "Adopt a service mesh, " + words.mesh(verdict.mesh()) + ", for " + titles(served()) + ".";
            case UNDECIDED -> Words.sentence("Undecided: whether a service mesh is needed depends on what is not known: " + missing());
            case KEEP -> "Keep " + words.mesh(verdict.mesh()) + ": "
                    + (served().isEmpty() ? "it is the network of this cluster as well." : "it serves " + titles(served()) + ".");
            case RECONSIDER -> "Reconsider " + seen() + ": " + doubt();
        };
    }

    /** What would make a mesh worth adopting: needs only, as a sentence has no room for more. */
    private String itWould() {
        List<String> needs = report.advice().needs().stream().map(NeedAnswer::need)
                .filter(n -> verdict.flips().stream().anyMatch(f -> f.fact().equals(n.id()) && f.outcome() == Outcome.ADOPT))
                .map(Words::title).toList();
        if (needs.isEmpty()) {
            return verdict.flips().isEmpty() ? ", and no single answer would change that" : "; what would change that stands below";
        }
        List<String> first = new ArrayList<>(needs.subList(0, Math.min(NEEDS, needs.size())));
        if (needs.size() > NEEDS) {
            first.add(Words.count(needs.size() - NEEDS, "other need", "other needs"));
        }
        return "; it would if this were needed: " + Words.list(first, "or");
    }

    private String seen() {
        return report.meshes().stream().filter(m -> m.variant().equals(verdict.mesh())).map(words::mesh).findFirst()
                .orElse(words.mesh(verdict.mesh()));
    }

    /** Why what is there is to be reconsidered, as the end of a sentence. */
    String doubt() {
        if (running.isEmpty()) {
            return "there is configuration of it, but nothing of it runs in what was scanned.";
        }
        List<String> doubts = new ArrayList<>();
        if (served().isEmpty()) {
            doubts.add("no need that was stated or seen calls for a mesh");
        }
        int count = report.services().application().size();
        report.thresholds().stream().filter(t -> t.id().equals("mesh-minimum") && count < t.value())
                .forEach(t -> doubts.add(Words.count(count, "application service is", "application services are")
                        + " few for the work that it makes"));
        return "it runs here, but " + String.join("; ", doubts) + ".";
    }

    private List<NeedAnswer> stated() {
        return report.advice().needs().stream().filter(n -> n.stated() == Truth.YES).toList();
    }

    private List<NeedAnswer> active() {
        return report.advice().needs().stream().filter(n -> n.active(Truth.of(running.isPresent()))).toList();
    }

    /** Active needs for which a mesh is the answer. */
    private List<NeedAnswer> served() {
        return active().stream().filter(n -> n.mesh() == Truth.YES).toList();
    }

    private String missing() {
        return String.join("; ", active().stream().filter(n -> n.mesh() == Truth.UNKNOWN).flatMap(n -> n.gaps().stream()).map(Gap::what)
                .distinct().toList());
    }

    private static String titles(List<NeedAnswer> needs) {
        return Words.list(needs.stream().map(n -> Words.title(n.need())).toList(), "and");
    }
}
