package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import meshadvisor.catalog.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCompilerTest {

    @TempDir
    Path folder;

    @TempDir
    Path languages;

    @BeforeEach
    void a_small_catalogue() throws IOException {
        write("more/mtls.yaml", "title: mTLS\n");
        write("more/x.yaml", "code: MA999\n");
        write("tree.yaml", "trees: [{need: mtls, tree: {id: never, answer: DO_NOT_ADOPT, because: An example.}}]\n");
    }

    @Test
    void files_of_all_folders_become_one_resource_that_reads_back_the_same() throws IOException {
        var library = Library.ofCompiled(CatalogueCompiler.compile(folder, languages));
        assertThat(library.paths("", "")).containsExactly("more/mtls.yaml", "more/x.yaml", "tree.yaml");
        assertThat(library.compiled()).isEqualTo(CatalogueCompiler.compile(folder, languages));
    }

    @Test
    void examples_of_a_rule_and_prose_are_no_knowledge() throws IOException {
        write("more/fires.why.yaml", "kind: Pod\n---\nkind: Job\n");
        write("more/silent.why.yaml", "{{ a template }}\n");
        write("more/README.md", "# X\n");
        assertThat(Library.ofCompiled(CatalogueCompiler.compile(folder, languages)).paths("", "")).containsExactly("more/mtls.yaml",
                "more/x.yaml",
                "tree.yaml");
    }

    @Test
    void code_of_an_example_is_no_knowledge_whatever_its_files_are_called() throws IOException {
        write("more/fires.why.source/cart/skaffold.yaml", "build: x\n");
        assertThat(Library.ofCompiled(CatalogueCompiler.compile(folder, languages)).paths("", "")).containsExactly("more/mtls.yaml",
                "more/x.yaml", "tree.yaml");
    }

    @Test
    void a_mistake_in_a_language_names_its_file() throws IOException {
        Files.writeString(languages.resolve("basic.yaml"), "language: Basic\n");
        assertThatThrownBy(() -> CatalogueCompiler.compile(folder, languages)).isInstanceOfSatisfying(MistakesFound.class,
                found -> assertThat(found.mistakes()).extracting(Mistake::sentence)
                        .containsExactly("probes/languages/basic.yaml: \"grammar\" is missing"));
    }

    @Test
    void every_file_that_is_no_yaml_is_named_with_line_and_column() throws IOException {
        write("more/mtls.yaml", "title: [mTLS\nwhy: x\n");
        write("more/x.yaml", "code: MA999\ncode: MA998\n");
        assertThatThrownBy(() -> CatalogueCompiler.compile(folder, languages)).isInstanceOfSatisfying(MistakesFound.class,
                found -> assertThat(found.mistakes()).extracting(Mistake::sentence).satisfiesExactly(
                        first -> assertThat(first).startsWith("rules/catalog/more/mtls.yaml:2:"),
                        second -> assertThat(second).startsWith("rules/catalog/more/x.yaml:2:").contains("Duplicate")));
    }

    @Test
    void files_that_are_no_knowledge_are_named_one_of_each_kind() throws IOException {
        write("needs.yaml", "needs: [{id: mtls}]\n");
        write("concepts/x.yaml", "id: x\n");
        write("tree.yaml", "trees: [{need: mtls, tree: {id: never, answer: MAYBE, because: An example.}}]\n");
        assertThatThrownBy(() -> CatalogueCompiler.compile(folder, languages)).isInstanceOfSatisfying(MistakesFound.class,
                found -> assertThat(found.mistakes()).extracting(Mistake::sentence).satisfiesExactly(
                        first -> assertThat(first).isEqualTo("rules/catalog/needs.yaml: \"title\" is missing at [\"needs\"][0]"),
                        second -> assertThat(second).startsWith("rules/catalog/tree.yaml").contains("MAYBE"),
                        third -> assertThat(third).startsWith("rules/catalog/concepts/x.yaml").endsWith("\"title\" is missing")));
    }

    @Test
    void the_knowledge_in_the_jar_is_that_of_the_folder() throws IOException {
        var compiled = CatalogueCompiler.compile(Path.of("../rules/catalog"), Path.of("../probes/languages"));
        assertThat(Knowledge.read().library().compiled()).isEqualTo(compiled);
        assertThat(Library.ofCompiled(compiled).paths("", "")).isNotEmpty();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
