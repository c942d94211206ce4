package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.format.PageMarkdown;
import meshadvisor.report.Block.Table;
import meshadvisor.report.Block.Verbatim;
import meshadvisor.report.Listings;
import meshadvisor.report.Page;
import meshadvisor.report.Pages;
import meshadvisor.report.Section;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages in docs that are made from the catalogue. {@code -Dgolden=write} writes them anew. */
class GeneratedDocsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final String MADE = "<!-- Made from rules/catalog: change it there, and run the tests with -Dgolden=write. -->\n\n";
    private static final Path CATALOG = Path.of("../rules/catalog");

    private final Catalogue catalogue = Knowledge.read();
    private final Pages pages = Explain.pages(catalogue);

    @BeforeEach
    void written_anew_where_that_is_wanted() throws IOException {
        if (System.getProperty("golden", "").equals("write")) {
            for (String stale : there()) {
                Files.delete(DOCS.resolve(stale));
            }
            for (Map.Entry<String, String> file : generated().entrySet()) {
                Files.createDirectories(DOCS.resolve(file.getKey()).getParent());
                Files.writeString(DOCS.resolve(file.getKey()), file.getValue());
            }
        }
    }

    @Test
    void no_page_is_missing_and_none_is_left_over() throws IOException {
        assertThat(there()).isEqualTo(generated().keySet());
    }

    @Test
    void no_page_is_stale() throws IOException {
        for (Map.Entry<String, String> file : generated().entrySet()) {
            assertThat(DOCS.resolve(file.getKey())).as("run the tests with -Dgolden=write").hasContent(file.getValue());
        }
    }

    @Test
    void every_rule_has_a_page_with_remedy_and_with_a_bad_and_a_good_example() throws IOException {
        Map<String, String> generated = generated();
        for (Rule rule : Rules.of(catalogue.library()).all()) {
            assertThat(generated.get("rules/" + file(rule))).contains("## When it fires", "## What to do", "## Bad example: `fires.",
                    "## Good example: `silent.");
        }
    }

    private Map<String, String> generated() throws IOException {
        Map<String, String> files = pages();
        files.replaceAll((path, text) -> MADE + text);
        return files;
    }

    private Map<String, String> pages() throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("needs.md", PageMarkdown.of(pages.needs()));
        files.put("rules/README.md", PageMarkdown.of(index()));
        for (Rule rule : Rules.of(catalogue.library()).all()) {
            files.put("rules/" + file(rule), PageMarkdown.of(pages.rule(rule).with(examples(rule))));
        }
        catalogue.vendors().forEach(vendor -> files.put("meshes/" + vendor + ".md", PageMarkdown.of(pages.mesh(vendor))));
        return files;
    }

    private Page index() {
        Table rules = new Listings(catalogue).rules();
        List<List<String>> rows = rules.rows().stream().map(row -> {
            List<String> linked = new ArrayList<>(row);
            linked.set(0, "[" + row.get(0) + "](" + row.get(0) + "-" + row.get(1) + ".md)");
            return List.copyOf(linked);
        }).toList();
        return new Page("Rules", List.of(
                Section.of("",
                        "Made from `rules/catalog/rules`; change it there. A rule keeps its code and its id for ever. A finding with severity"
                                + " \"info\" is to be known, with \"warning\" will hurt, with \"error\" breaks or opens a hole."),
                new Section("All rules", List.of(new Table(rules.columns(), rows)))), List.of());
    }

    private static String file(Rule rule) {
        return rule.code() + "-" + rule.id() + ".md";
    }

    /** What fires the rule and what does not, from the files that prove it. */
    private static List<Section> examples(Rule rule) throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.addAll(example("Bad", examples(rule, "fires")));
        sections.addAll(example("Good", examples(rule, "silent")));
        return sections;
    }

    private static List<Section> example(String word, List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        Path first = files.getFirst();
        return List.of(new Section(word + " example: `" + first.getFileName() + "`", List.of(new Verbatim(Files.readAllLines(first)))));
    }

    private static List<Path> examples(Rule rule, String kind) throws IOException {
        try (Stream<Path> files = Files.list(CATALOG.resolve("rules").resolve(rule.id()))) {
            return files.filter(f -> Files.isRegularFile(f) && f.getFileName().toString().startsWith(kind + ".")).sorted().toList();
        }
    }

    private static Set<String> there() throws IOException {
        Set<String> there = new TreeSet<>();
        if (Files.exists(DOCS.resolve("needs.md"))) {
            there.add("needs.md");
        }
        for (String folder : List.of("rules", "meshes")) {
            if (Files.exists(DOCS.resolve(folder))) {
                try (Stream<Path> files = Files.list(DOCS.resolve(folder))) {
                    files.forEach(f -> there.add(folder + "/" + f.getFileName()));
                }
            }
        }
        return there;
    }
}
