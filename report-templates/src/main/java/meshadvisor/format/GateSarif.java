package meshadvisor.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import meshadvisor.gate.Check;
import meshadvisor.gate.GateReport;
import meshadvisor.model.Place;

/** A gate as SARIF 2.1.0 with what GitHub's code scanning asks for. */
final class GateSarif {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int LONGEST = 1_024;

    /** What stands behind a rule. */
    private record Described(String name, String text) {}

    private GateSarif() {}

    static void write(Fields out, GateReport report, GateTool tool) {
        List<GateNotice> notices = GateNotice.of(report);
        SortedMap<String, Described> rules = rules(report, notices, tool);
        List<String> ids = List.copyOf(rules.keySet());
        out.text("$schema", SCHEMA);
        out.text("version", "2.1.0");
        out.objects("runs", List.of(report), (run, r) -> {
            run.object("tool", by -> by.object("driver", driver -> {
                driver.text("name", "meshadvisor");
                driver.text("semanticVersion", tool.version());
                driver.objects("rules", ids, (f, id) -> rule(f, id, rules.getOrDefault(id, new Described(id, id))));
            }));
            run.object("automationDetails", f -> f.text("id", "meshadvisor-gate/"));
            run.text("columnKind", "unicodeCodePoints");
            run.objects("results", notices, (f, notice) -> result(f, notice, ids.indexOf(notice.rule())));
        });
    }

    private static SortedMap<String, Described> rules(GateReport report, List<GateNotice> notices, GateTool tool) {
        SortedMap<String, Described> rules = new TreeMap<>();
        notices.forEach(n -> {
            String title = tool.titles().getOrDefault(n.rule(), Words.capital(n.rule().replace('-', ' ')));
            String page = tool.titles().containsKey(n.rule()) ? n.rule() : "budget";
            rules.put(n.rule(), new Described(title, title + ". More: meshadvisor explain " + page));
        });
        for (Check check : report.checks()) {
            String id = check.budget().metric().id();
            if (rules.containsKey(id)) {
                rules.put(id, new Described(Words.capital(check.budget().metric().title()), check.budget().metric().says()));
            }
        }
        return rules;
    }

    private static void rule(Fields out, String id, Described described) {
        out.text("id", id);
        out.text("name", id);
        out.object("shortDescription", f -> f.text("text", cut(described.name())));
        out.object("fullDescription", f -> f.text("text", cut(described.text())));
        out.object("help", f -> {
            f.text("text", described.text());
            f.text("markdown", Markdown.text(described.text()));
        });
        out.object("properties", f -> f.text("precision", "very-high"));
    }

    private static void result(Fields out, GateNotice notice, int index) {
        out.text("ruleId", notice.rule());
        out.number("ruleIndex", (long) index);
        out.text("level", switch (notice.loudness()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        });
        out.object("message", f -> f.text("text", notice.title() + ". " + notice.message()));
        out.objects("locations", List.of(notice), (f, n) -> location(f, n));
        out.object("partialFingerprints", f -> f.text("primaryLocationLineHash", hash(notice)));
        notice.waived().ifPresent(w -> out.objects("suppressions", List.of(w), (f, waiver) -> {
            f.text("kind", "external");
            f.text("status", "accepted");
            f.text("justification", GateWords.waiver(waiver));
        }));
    }

    /** What stands in no file has a name only, and code hosts do not show it. */
    private static void location(Fields out, GateNotice notice) {
        Place place = notice.place();
        if (place.file().isEmpty() || place.file().equals("-")) {
            out.objects("logicalLocations", List.of(notice.id()), (f, id) -> f.text("fullyQualifiedName", id));
            return;
        }
        int line = Math.max(1, place.line());
        int column = Math.max(1, place.column());
        out.object("physicalLocation", physical -> {
            physical.object("artifactLocation", f -> f.text("uri", GatePaths.uri(place.file())));
            physical.object("region", f -> {
                f.number("startLine", (long) line);
                f.number("startColumn", (long) column);
                f.number("endLine", (long) line);
                f.number("endColumn", (long) column + 1);
            });
        });
    }

    private static String hash(GateNotice notice) {
        return UUID.nameUUIDFromBytes((notice.rule() + "\n" + notice.id()).getBytes(StandardCharsets.UTF_8)) + ":1";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
