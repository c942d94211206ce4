package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meshadvisor.catalog.Threshold;
import meshadvisor.model.Text;
import meshadvisor.report.Report;
import meshadvisor.signal.Application;
import meshadvisor.signal.LeftOut;
import meshadvisor.signal.MeshSeen;

/** What was seen of the system. */
final class SystemSections {

    private SystemSections() {}

    static List<Block> services(Report report) {
        List<Block> blocks = new ArrayList<>();
        List<Application> counted = report.services().application();
        List<LeftOut> doubtful = report.services().leftOut().stream().filter(LeftOut::doubtful).toList();
        List<LeftOut> others = report.services().leftOut().stream().filter(l -> !l.doubtful()).toList();
        if (!counted.isEmpty()) {
            blocks.add(new Block.Subheading(Tone.STRONG, "Counted: " + counted.size() + ". Wrong? --not-service NAME", "services-counted"));
            counted.forEach(a -> blocks.add(new Block.Item(1, name(a) + ": " + a.why(), a.place().toString())));
        }
        leftOut("Doubtful, not counted: " + doubtful.size() + ". Does one count? --service NAME", "services-doubtful", doubtful, blocks);
        leftOut("Left out: " + others.size() + ". Does one count? --service NAME", "services-left-out", others, blocks);
        return Sections.section("Application services", "services", blocks);
    }

    private static String name(Application application) {
        return application.namespace().isEmpty() ? application.name() : application.namespace() + "/" + application.name();
    }

    private static void leftOut(String title, String anchor, List<LeftOut> all, List<Block> blocks) {
        if (!all.isEmpty()) {
            blocks.add(new Block.Subheading(Tone.STRONG, title, anchor));
            all.forEach(l -> blocks.add(new Block.Item(1, l.object() + ": " + l.why(), l.place().toString())));
        }
    }

    static String standing(MeshSeen.Standing standing) {
        return switch (standing) {
            case DATA_PLANE -> "a data plane runs";
            case CONFIGURATION_ONLY -> "only configuration, no data plane seen";
            case RESIDUE -> "only residue of it";
        };
    }

    static List<Block> meshes(Report report, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (MeshSeen mesh : report.meshes()) {
            String versions = mesh.versions().stream().map(Text::value).distinct().collect(Collectors.joining(", "));
            blocks.add(new Block.Subheading(Tone.STRONG, words.mesh(mesh) + ": " + standing(mesh.standing())
                    + (versions.isEmpty() ? ", version not seen" : ", version " + versions), "seen-" + mesh.marks().mesh()));
            Fold.each(mesh.seenAt(), Fold.SAME, e -> blocks.add(new Block.Item(1, e.sentence(), e.place().toString())),
                    more -> blocks.add(Block.item(1, more)));
        }
        return Sections.section("Meshes seen", "meshes", blocks);
    }

    static List<Block> seen(Report report) {
        Report.Seen seen = report.seen();
        List<Block> blocks = new ArrayList<>();
        sizes("Languages", seen.languages().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size(),
                (one, other) -> one, TreeMap::new)), blocks);
        sizes("Protocols of Service ports", seen.protocols(), blocks);
        sizes("Capabilities in use, whoever provides them", seen.features().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                e -> e.getValue().size(), (one, other) -> one, TreeMap::new)), blocks);
        blocks.add(Block.item(1, "Calls of services, at least: "
                + seen.calls().stream().map(call -> List.of(call.from(), call.to())).distinct().count()));
        blocks.add(Block.item(1, "Selected by a network policy: " + seen.policyCoverage().part() + " of "
                + Words.count(seen.policyCoverage().whole(), "application service", "application services")));
        blocks.add(Block.item(1, "Declared replicas of application services: " + seen.replicas()));
        if (seen.team().authors() >= 0) {
            blocks.add(Block.item(1, "Authors in the git history: " + seen.team().authors() + "; CODEOWNERS files: "
                    + seen.team().codeOwnerFiles()));
        }
        return Sections.section("Also seen", "seen", blocks);
    }

    private static void sizes(String label, Map<String, Integer> sizes, List<Block> blocks) {
        if (!sizes.isEmpty()) {
            blocks.add(Block.item(1, label + ": "
                    + sizes.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "))));
        }
    }

    static List<Block> thresholds(Report report) {
        List<Block> blocks = report.thresholds().stream().map(SystemSections::threshold).map(text -> Block.item(1, text)).toList();
        return Sections.section("Numbers that decide", "thresholds", blocks);
    }

    private static String threshold(Threshold threshold) {
        return threshold.id() + ": " + NeedSections.number(threshold.value()) + " " + threshold.unit() + ", " + threshold.provenance()
                + ". Source: " + threshold.source();
    }
}
