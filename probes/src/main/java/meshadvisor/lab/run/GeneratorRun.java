package meshadvisor.lab.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.tree.Node;

/**
 * What one generator measured in one cell: its {@code run.json}, {@code run.hlog} and {@code timeline.json}, as docs/formats/run.md describes them.
 *
 * @param pod that it ran in
 * @param report absent if it did not come
 * @param histograms of the latency of good answers, encoded, one for each second
 * @param timeline absent if it did not come
 */
record GeneratorRun(String pod, Node report, List<String> histograms, Node timeline) {

    private static final List<String> KINDS = List.of("dns", "refused", "unreachable", "tls", "reset", "closed", "protocol", "too-large",
            "stream", "timeout", "status");

    /** Doubts that say what servers did, not what the generator did. */
    private static final Set<String> OF_OTHERS = Set.of("backlog", "many-failures", "rate-not-reached", "too-few-samples");

    /** A moment in milliseconds since the epoch, by the clock of the pod's node. */
    record Span(double fromMillis, double toMillis) {
        double seconds() {
            return (toMillis - fromMillis) / 1000;
        }
    }

    /** Reads what a pod told of a cell. */
    static GeneratorRun of(Told told, String cell) {
        byte[] log = told.results().getOrDefault(cell + "/run.hlog", new byte[0]);
        List<String> lines = new String(log, StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0))) // without a tag
                .map(line -> line.substring(line.lastIndexOf(',') + 1)).toList();
        return new GeneratorRun(told.pod(), told.json(cell + "/run.json"), lines, told.json(cell + "/timeline.json"));
    }

    /** Whether all of it is there. */
    boolean complete() {
        return report.present() && timeline.present();
    }

    /** When it measured, without its warm-up. */
    List<Span> measured() {
        return spans(false);
    }

    /** When it sent, with its warm-up. */
    List<Span> sending() {
        return spans(true);
    }

    private List<Span> spans(boolean withWarmUp) {
        return timeline.get("phases").items().stream().filter(phase -> withWarmUp || !phase.get("name").text().equals("warmup"))
                .map(phase -> new Span(Json.number(phase.get("fromMillis")), Json.number(phase.get("toMillis")))).toList();
    }

    /** What it counted. */
    Counts counts() {
        List<Node> phases = phases();
        double cpu = sum(report.get("generators").items().stream().map(each -> each.at("resources", "cpuSeconds")));
        double late = phases.stream().mapToDouble(phase -> Json.number(phase.at("scheduleError", "nanos", "p99"))).max().orElse(Double.NaN);
        return new Counts(count(phases, "intended"), count(phases, "sent"), count(phases, "completed"),
                (long) sum(phases.stream().flatMap(phase -> values(phase.at("counts", "failed")))),
                count(phases, "dropped") + count(phases, "unfinished"), sum(phases.stream().map(phase -> phase.get("seconds"))), cpu,
                Double.isNaN(late) ? 0 : late / 1000);
    }

    /** Requests that it sent, those of the warm-up too. */
    long sentInAll() {
        return count(report.get("phases").items(), "sent");
    }

    /**
     * What it says against itself, and what the drive said instead of a result.
     *
     * @param disturbed whether what the servers and proxies did is no doubt but what was to be seen
     */
    List<String> doubts(boolean disturbed) {
        List<String> doubts = new ArrayList<>();
        report.at("verdict", "because").items().stream().filter(reason -> !disturbed || !OF_OTHERS.contains(reason.get("doubt").text()))
                .forEach(reason -> doubts.add("The generator " + pod + ": " + reason.get("sentence").text()));
        String kinds = KINDS.stream().map(kind -> kind + " " + count(phases().stream().map(phase -> phase.at("counts", "failed", kind))))
                .filter(each -> !each.endsWith(" 0")).reduce((a, b) -> a + ", " + b).orElse("");
        if (!kinds.isEmpty() && !doubts.isEmpty() && !disturbed) {
            doubts.add("Of its requests failed, by kind: " + kinds + ".");
        }
        long dns = count(phases().stream().map(phase -> phase.at("counts", "failed", "dns")))
                + count(phases().stream().map(phase -> phase.at("counts", "connectFailures", "dns")));
        if (dns > 0) {
            doubts.add("The generator " + pod + ": the server's name was not known " + dns
                    + " times; the DNS of the cluster does not answer (kubectl -n kube-system get pods -l k8s-app=kube-dns).");
        }
        String said = timeline.get("said").text().strip();
        if (!report.present() && !said.isEmpty()) {
            doubts.add("The generator " + pod + " did not drive: " + said.replaceAll("\\s+", " "));
        }
        return doubts;
    }

    private List<Node> phases() {
        return report.get("phases").items().stream().filter(phase -> !phase.get("name").text().equals("warmup")).toList();
    }

    private static Stream<Node> values(Node kinds) {
        return KINDS.stream().map(kinds::get);
    }

    private static long count(List<Node> phases, String name) {
        return count(phases.stream().map(phase -> phase.at("counts", name)));
    }

    private static long count(Stream<Node> numbers) {
        return (long) sum(numbers);
    }

    private static double sum(Stream<Node> numbers) {
        return numbers.mapToDouble(Json::number).filter(number -> !Double.isNaN(number)).sum();
    }
}
