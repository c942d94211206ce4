package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import meshadvisor.report.Report;

/** What runs, where a cluster was read; nothing for manifests. */
final class RunningSection {

    private RunningSection() {}

    static List<Block> of(Report report) {
        return report.running().map(running -> Sections.section("The cluster", "cluster", blocks(running))).orElse(List.of());
    }

    /** In one line, for the summary. */
    static String line(Report.Running running) {
        return (running.cluster().isEmpty() ? "" : running.cluster() + ": ")
                + (running.kubernetes().isEmpty() ? "Kubernetes of unknown version" : "Kubernetes " + running.kubernetes()) + " on "
                + platform(running) + ", " + count(running.nodes(), "node", "nodes") + ", "
                + count(running.pods(), "running pod", "running pods")
                + (running.readAt().isEmpty() ? "" : ", read at " + running.readAt());
    }

    private static String count(OptionalInt number, String one, String many) {
        return number.isPresent() ? Words.count(number.getAsInt(), one, many) : many + " not read";
    }

    private static String platform(Report.Running running) {
        if (running.platforms().isEmpty()) {
            return running.nodes().isEmpty() ? "a platform that only the nodes tell" : "no platform that is known here";
        }
        String names = running.platforms().stream().map(p -> p.platform().name()).collect(Collectors.joining(" or "));
        return running.platforms().size() == 1 ? names : names + " (signs of each)";
    }

    private static String kind(String sidecar) {
        return sidecar.equals("gateway") ? "gateway or waypoint" : sidecar + " sidecar";
    }

    private static List<Block> blocks(Report.Running running) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, line(running)));
        running.proxies().forEach(p -> blocks.add(Block.item(1, Words.count(p.pods(), "pod runs", "pods run") + " a proxy of " + p.mesh()
                + (p.version().isEmpty() ? ", version not told" : " " + p.version()) + ", as a " + kind(p.sidecar()))));
        StateLines.of(running).forEach(line -> blocks.add(Block.item(1, line)));
        running.network().forEach(n -> blocks.add(new Block.Item(1, "Network: " + n.sentence(), n.place().toString())));
        running.platforms().stream().flatMap(p -> p.signs().stream())
                .forEach(s -> blocks.add(new Block.Item(1, "Sign of the platform: " + s.sentence(), s.place().toString())));
        running.traps().forEach(t -> blocks.add(Block.item(1, "Mind: " + t.says() + " (" + t.source() + ", " + t.date() + ")")));
        return blocks;
    }
}
