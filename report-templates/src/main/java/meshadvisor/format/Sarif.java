package meshadvisor.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import meshadvisor.model.Place;

/** Notices as SARIF 2.1.0 with what GitHub's code scanning asks for. */
final class Sarif {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int LONGEST = 1_024;

    /** More results than that are refused by GitHub; the loudest come first. */
    private static final int MOST = 25_000;

    private Sarif() {}

    /**
     * What stands behind a rule.
     *
     * @param precision as GitHub grades it: very-high, high, medium, low
     */
    record Described(String name, String text, String precision) {}

    /**
     * What is written.
     *
     * @param version of the program
     * @param automation by which runs of one kind belong together
     */
    record Run(String version, String automation, SortedMap<String, Described> rules, List<Notice> notices) {}

    static void write(Fields out, Run told) {
        List<String> ids = List.copyOf(told.rules.keySet());
        out.text("$schema", SCHEMA);
        out.text("version", "2.1.0");
        out.objects("runs", List.of(told), (run, r) -> {
            run.object("tool", by -> by.object("driver", driver -> {
                driver.text("name", "meshadvisor");
                driver.text("semanticVersion", told.version);
                driver.objects("rules", ids, (f, id) -> rule(f, id, told.rules.getOrDefault(id, new Described(id, id, "medium"))));
            }));
            run.object("automationDetails", f -> f.text("id", told.automation));
            run.text("columnKind", "unicodeCodePoints");
            run.objects("results", told.notices.stream().limit(MOST).toList(),
                    (f, notice) -> result(f, notice, ids.indexOf(notice.rule())));
        });
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
        out.object("properties", f -> f.text("precision", described.precision()));
    }

    private static void result(Fields out, Notice notice, int index) {
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
            f.text("justification", waiver);
        }));
    }

    /** What stands in no file has a name only, and code hosts do not show it. */
    private static void location(Fields out, Notice notice) {
        Place place = notice.place();
        if (place.file().isEmpty() || place.file().equals("-")) {
            out.objects("logicalLocations", List.of(notice.id()), (f, id) -> f.text("fullyQualifiedName", id));
            return;
        }
        int line = Math.max(1, place.line());
        int column = Math.max(1, place.column());
        out.object("physicalLocation", physical -> {
            physical.object("artifactLocation", f -> f.text("uri", Paths.uri(place.file())));
            physical.object("region", f -> {
                f.number("startLine", (long) line);
                f.number("startColumn", (long) column);
                f.number("endLine", (long) line);
                f.number("endColumn", (long) column + 1);
            });
        });
    }

    private static String hash(Notice notice) {
        return UUID.nameUUIDFromBytes((notice.rule() + "\n" + notice.id()).getBytes(StandardCharsets.UTF_8)) + ":1";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
