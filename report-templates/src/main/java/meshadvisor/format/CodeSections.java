package meshadvisor.format;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Kebab;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Trait;
import meshadvisor.report.CodeReport;
import meshadvisor.report.Report;
import meshadvisor.signal.code.Coded;
import meshadvisor.signal.code.Coded.Coverage;
import meshadvisor.signal.code.Effort;

/** What the code of the services says. */
final class CodeSections {

    private static final int FILES_SHOWN = 3;

    private CodeSections() {}

    static List<Block> of(Report report) {
        CodeReport code = report.seen().code();
        List<Block> blocks = new ArrayList<>();
        if (!code.folders().isEmpty()) {
            blocks.add(Block.item(1, String.format(ROOT, "%,d lines in %s; code found of %s, in part of %d, not found of %d.", code.lines(),
                    Words.count(code.files(), "file", "files"), Words.count((int) code.found(Coverage.FOUND), "service", "services"),
                    code.found(Coverage.PARTLY), code.found(Coverage.NOT_FOUND))));
            code.services().forEach(s -> blocks.add(new Block.Item(1, line(s), s.known() ? s.place().toString() : "")));
            code.efforts().forEach(e -> effort(e, blocks));
            if (!code.skipped().isEmpty()) {
                blocks.add(Block.item(1, "Not read: " + Words.count(code.skipped().size(), "file or folder", "files and folders")
                        + "; -o json tells which and why"));
            }
        }
        return Sections.section("Code", "code", blocks);
    }

    private static String line(Coded coded) {
        if (!coded.known()) {
            return coded.name() + ": code not found";
        }
        Set<String> shows = new TreeSet<>();
        coded.programs().forEach(p -> p.traits().forEach(t -> shows.add(Kebab.of(t) + spoken(p, t))));
        return coded.name() + (coded.coverage() == Coverage.PARTLY ? " (in part)" : "") + ": " + String.join(", ", coded.languages())
                + (shows.isEmpty() ? "" : "; " + String.join(", ", shows));
    }

    /** Protocols that are told of places that show this, in brackets. */
    private static String spoken(Code.Program program, Trait trait) {
        String all = program.sites(trait).stream().map(Site::speaks).filter(s -> !s.isEmpty()).distinct().sorted()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " (" + all + ")";
    }

    private static void effort(Effort effort, List<Block> blocks) {
        int lacking = effort.rows().stream().mapToInt(r -> r.services().size()).sum();
        blocks.add(new Block.Subheading(Tone.STRONG, "Library route for " + effort.need() + ": work in " + lacking + ", done in "
                + effort.done().size() + ", unknown of " + effort.unknown().size(), "effort-" + effort.need()));
        effort.rows().forEach(r -> {
            String files = r.files().isEmpty() ? "" : "; " + Words.count(r.files().size(), "file", "files") + ": "
                    + r.files().stream().limit(FILES_SHOWN).collect(Collectors.joining(", "))
                    + (r.files().size() > FILES_SHOWN ? ", …" : "");
            blocks.add(
                    Block.item(1, r.language() + " → " + r.library() + " in " + String.join(", ", r.services()) + ": " + r.how() + files));
        });
        int all = lacking + effort.done().size() + effort.unknown().size();
        blocks.add(Block.item(1, "Mesh route: a proxy beside, or an agent under, each of " + Words.count(all, "service", "services")
                + ", and somebody to run it; no change of code"));
    }

    static void write(Fields out, CodeReport code) {
        out.texts("folders", code.folders());
        out.number("files", code.files());
        out.number("lines", code.lines());
        out.objects("services", code.services(), CodeSections::service);
        out.objects("efforts", code.efforts(), (f, effort) -> {
            f.text("need", effort.need());
            f.objects("rows", effort.rows(), (r, row) -> {
                r.text("language", row.language());
                r.text("library", row.library());
                r.text("how", row.how());
                r.texts("services", row.services());
                r.texts("files", row.files());
            });
            f.texts("done", effort.done());
            f.texts("unknown", effort.unknown());
        });
        out.objects("skipped", code.skipped(), (f, skipped) -> {
            f.text("path", skipped.path());
            f.text("why", skipped.why());
        });
    }

    private static void service(Fields out, Coded coded) {
        out.text("namespace", coded.application().namespace());
        out.text("name", coded.name());
        out.text("coverage", Kebab.of(coded.coverage()));
        out.texts("languages", List.copyOf(coded.languages()));
        out.objects("foundBy", coded.ties(), FindingFields::evidence);
        out.objects("programs", coded.programs(), (f, program) -> {
            f.text("folder", program.folder());
            f.objects("libraries", program.libraries(), CodeSections::library);
            f.objects("sites", program.sites(), CodeSections::site);
        });
    }

    private static void library(Fields out, Code.Library library) {
        out.text("name", library.name());
        out.text("declared", library.declared());
        out.text("standing", Kebab.of(library.standing()));
        out.texts("gives", library.gives().stream().map(Kebab::of).toList());
        out.line(library.place());
    }

    private static void site(Fields out, Site site) {
        out.text("library", site.library());
        out.texts("shows", site.shows().stream().map(Kebab::of).toList());
        out.text("limit", Kebab.of(site.limit()));
        out.text("guarding", Kebab.of(site.guarding()));
        out.number("tries", site.attempts().tries());
        out.line(site.place());
    }
}
