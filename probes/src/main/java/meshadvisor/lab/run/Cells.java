package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Course;
import meshadvisor.bench.Histograms;
import meshadvisor.bench.Step.Cell;
import meshadvisor.lab.run.GeneratorRun.Span;

/** Makes results of cells of what came back. Nothing is left out: what must not be used says why. */
final class Cells {

    /** Clocks may differ by this much before times of different machines cannot be put together. */
    private static final double MOST_SKEW_MILLIS = 2_000;
    /** Generators of one cell must measure at the same time, as a share of the plateau. */
    private static final double LEAST_TOGETHER = 0.9;

    private Cells() {}

    /** One cell of all generators. */
    record Cellular(Driven driven, Cell cell, List<GeneratorRun> runs) {

        static Cellular of(Driven driven, Cell cell) {
            return new Cellular(driven, cell, driven.told().stream().map(told -> GeneratorRun.of(told, cell.name())).toList());
        }

        /** When all of them measured; nothing if one did not. */
        Optional<Span> plateau() {
            return together(runs.stream().map(GeneratorRun::measured).toList());
        }

        /** When all of them sent. */
        Optional<Span> sending() {
            return together(runs.stream().map(GeneratorRun::sending).toList());
        }

        private static Optional<Span> together(List<List<Span>> spans) {
            if (spans.isEmpty() || spans.stream().anyMatch(List::isEmpty)) {
                return Optional.empty();
            }
            double from = spans.stream().mapToDouble(each -> each.getFirst().fromMillis()).max().orElseThrow();
            double to = spans.stream().mapToDouble(each -> each.getLast().toMillis()).min().orElseThrow();
            return to > from ? Optional.of(new Span(from, to)) : Optional.empty();
        }

        /** Counts of all. */
        Counts counts() {
            return runs.stream().filter(GeneratorRun::complete).map(GeneratorRun::counts).reduce(Cellular::sum)
                    .orElse(new Counts(0, 0, 0, 0, 0, 0, 0, 0));
        }

        private static Counts sum(Counts a, Counts b) {
            return new Counts(a.intended() + b.intended(), a.sent() + b.sent(), a.completed() + b.completed(), a.failed() + b.failed(),
                    a.dropped() + b.dropped(), Math.max(a.seconds(), b.seconds()), a.generatorCpuSeconds() + b.generatorCpuSeconds(),
                    Math.max(a.scheduleErrorP99Micros(), b.scheduleErrorP99Micros()));
        }
    }

    /**
     * The result of a cell.
     *
     * @param noise what the nodes say against it
     * @param proofs what was proved
     * @param startMillis when the run began
     */
    static CellResult of(Cellular cell, List<String> noise, List<Proved> proofs, double startMillis) {
        List<String> invalid = new ArrayList<>(cell.driven.trouble());
        invalid.addAll(cell.driven.restarts());
        cell.runs.forEach(run -> invalid.addAll(against(run, cell)));
        invalid.addAll(apart(cell));
        invalid.addAll(noise);
        proofs.stream().filter(proof -> !proof.held()).map(proof -> "It is not proved that the requests took this way: " + proof.shows()
                + " Seen: " + proof.seen()).forEach(invalid::add);
        String latency = "";
        try {
            latency = Histograms.sum(cell.runs.stream().flatMap(run -> run.histograms().stream()).toList());
        } catch (IllegalArgumentException e) {
            invalid.add("The latencies cannot be read: " + e.getMessage() + ".");
        }
        if (cell.driven.told().isEmpty()) {
            invalid.add("No generator has told anything.");
        }
        Span span = cell.plateau().orElse(new Span(startMillis, startMillis));
        Courses courses = new Courses(cell, span);
        Course course = cell.cell.scenarios().isEmpty() ? Course.NONE : courses.course();
        invalid.addAll(courses.against(course));
        return new CellResult(cell.driven.drive().session(), cell.driven.drive().block(), cell.driven.drive().variant(), cell.cell.load(),
                cell.cell.scenarios(), invalid.stream().distinct().toList(),
                latency,
                cell.counts(), proofs, (span.fromMillis() - startMillis) / 1000, (span.toMillis() - startMillis) / 1000,
                courses.words(), course);
    }

    private static List<String> against(GeneratorRun run, Cellular cell) {
        Driven driven = cell.driven;
        List<String> doubts = new ArrayList<>(run.doubts(!cell.cell.scenarios().isEmpty()));
        if (!run.complete()) {
            String damages = driven.told().stream().filter(told -> told.pod().equals(run.pod())).flatMap(told -> told.damages().stream())
                    .limit(3).reduce((a, b) -> a + ", " + b).orElse("it is not in the log");
            doubts.add("The result of the generator " + run.pod() + " did not come back whole: " + damages + ".");
        }
        Stream.concat(run.sending().stream(), run.measured().stream())
                .filter(span -> span.fromMillis() < driven.madeMillis() - MOST_SKEW_MILLIS
                        || span.toMillis() > driven.readMillis() + MOST_SKEW_MILLIS)
                .findFirst().ifPresent(span -> doubts.add(String.format(Locale.ROOT,
                        "The clock of the node of %s is off by more than %.0f s from the one here: it says that it drove before it was asked to, or"
                                + " after it had told so. Set both by NTP.",
                        run.pod(), MOST_SKEW_MILLIS / 1000)));
        return doubts;
    }

    private static List<String> apart(Cellular cell) {
        if (cell.runs.size() < 2 || cell.runs.stream().anyMatch(run -> run.measured().isEmpty())) {
            return List.of();
        }
        double longest = cell.runs.stream().mapToDouble(run -> run.measured().getLast().toMillis() - run.measured().getFirst().fromMillis())
                .max().orElseThrow();
        double together = cell.plateau().map(span -> span.toMillis() - span.fromMillis()).orElse(0.0);
        return together >= LEAST_TOGETHER * longest ? List.of()
                : List.of(String.format(Locale.ROOT,
                        "The generators measured together for %.1f s of %.1f s only, so the whole rate was never there.",
                        together / 1000, longest / 1000));
    }
}
