package meshadvisor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meshadvisor.files.Tree.Walked;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Problem.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From paths to files. */
class FileWalkTest {

    @TempDir
    Path folder;
    private Tree tree;

    @BeforeEach
    void in_a_real_folder() throws IOException {
        tree = new Tree(folder.toRealPath());
    }

    @Test
    void manifests_of_a_folder_are_found_in_the_order_of_their_paths() throws IOException {
        tree.withFiles("b.yaml", "a/z.yml", "a/b/c.json", "README.md", "a.yaml.bak", "yaml");
        assertThat(tree.found()).containsExactly("a/b/c.json", "a/z.yml", "b.yaml");
    }

    @Test
    void a_path_is_shown_as_it_was_given_plus_the_rest() throws IOException {
        tree.withFiles("sub/x.yaml");
        String given = tree.root() + "/sub/../sub";
        assertThat(walk(given).shown()).containsExactly(given + "/x.yaml");
        assertThat(walk(given + "/").shown()).containsExactly(given + "/x.yaml");
        assertThat(walk(given + "/x.yaml").shown()).containsExactly(given + "/x.yaml");
        assertThat(walk(given).read(given + "/x.yaml")).isEqualTo("kind: sub/x.yaml\n");
    }

    @Test
    void a_named_file_is_taken_whatever_it_is_called() throws IOException {
        tree.withFiles("service.tmpl", ".hidden/x.yaml");
        assertThat(walk(path("service.tmpl"), path(".hidden")).shown()).containsExactly(path(".hidden/x.yaml"), path("service.tmpl"));
    }

    @Test
    void a_file_that_is_reached_twice_is_taken_once() throws IOException {
        tree.withFiles("a.yaml", "sub/b.yaml");
        assertThat(walk(path("sub/b.yaml"), path("sub/../a.yaml"), tree.root().toString(), path("sub")).shown())
                .containsExactly(path("sub/../a.yaml"), path("sub/b.yaml"));
    }

    @Test
    void standard_input_is_a_file_called_dash() throws IOException {
        tree.withFiles("a.yaml");
        Walked walked = walk("-", path("a.yaml"), "-");
        assertThat(walked.shown()).containsExactly("-", path("a.yaml"));
        assertThat(walked.read("-")).isEqualTo("kind: Piped\n");
    }

    @Test
    void paths_that_do_not_exist_are_told_all_at_once() throws IOException {
        tree.withFiles("a.yaml");
        Walked walked = walk(path("no"), path("a.yaml"), path("nor this.yaml"), "\0");
        assertThat(walked.found().missing()).containsExactly(path("no"), path("nor this.yaml"), "\0");
        assertThat(walked.shown()).containsExactly(path("a.yaml"));
        assertThat(walked.problems()).isEmpty();
    }

    @Test
    void hidden_and_vendored_folders_are_left_out() throws IOException {
        tree.withFiles(".git/x.yaml", ".github/x.yaml", "node_modules/x.yaml", "go/vendor/modules.txt", "go/vendor/x.yaml",
                "php/vendor/autoload.php",
                "php/vendor/x.yaml", "vendor/acme/x.yaml", "target/x.yaml", ".hidden.yaml");
        assertThat(tree.found()).containsExactly(".hidden.yaml", "target/x.yaml", "vendor/acme/x.yaml");
        assertThat(tree.walk().problems()).extracting(each -> each.problem().sentence())
                .containsExactly("Left out here: 0 manifests or folders ignored by git, 3 folders of vendored code.");
    }

    @Test
    void include_chooses_instead_of_the_usual_endings() throws IOException {
        tree.withFiles("a.yaml", "b.tpl", "deploy/c.yaml", "deploy/d/e.yaml", "deploy/d/f.json");
        assertThat(relative(List.of("*.tpl", "deploy/**/*.yaml"), List.of())).containsExactly("b.tpl", "deploy/c.yaml", "deploy/d/e.yaml");
        assertThat(relative(List.of("/*.yaml"), List.of())).containsExactly("a.yaml");
    }

    @Test
    void exclude_leaves_out_files_and_folders() throws IOException {
        tree.withFiles("a.yaml", "test/b.yaml", "deploy/test/c.yaml", "deploy/d.yaml", "deploy/values.yaml");
        assertThat(relative(List.of(), List.of("test/", "values.yaml"))).containsExactly("a.yaml", "deploy/d.yaml");
        assertThat(relative(List.of(), List.of("/test", "deploy/*.yaml"))).containsExactly("a.yaml", "deploy/test/c.yaml");
        assertThat(
                Tree.walk(new FileQuery(List.of(path("a.yaml"), path("test/b.yaml")), List.of(), List.of("b.*"), Limits.DEFAULT)).shown())
                .containsExactly(path("a.yaml"));
    }

    @Test
    void a_link_is_not_followed_and_said_to_lead_out_if_it_does(@TempDir Path elsewhere) throws IOException {
        tree.withFiles("real/a.yaml");
        new Tree(elsewhere).withFiles("out.yaml", "out.txt");
        Files.createSymbolicLink(tree.root().resolve("inside.yaml"), tree.root().resolve("real/a.yaml"));
        Files.createSymbolicLink(tree.root().resolve("loop"), tree.root());
        Files.createSymbolicLink(tree.root().resolve("out.yaml"), elsewhere.resolve("out.yaml"));
        Files.createSymbolicLink(tree.root().resolve("out.txt"), elsewhere.resolve("out.txt"));
        Files.createSymbolicLink(tree.root().resolve("folder"), elsewhere);
        Files.createSymbolicLink(tree.root().resolve("broken.yaml"), elsewhere.resolve("nothing"));
        assertThat(tree.found()).containsExactly("real/a.yaml");
        assertThat(tree.walk().problems()).extracting(FileProblem::shown).containsExactly(path("folder"), path("out.yaml"));
        assertThat(tree.walk().problems()).allSatisfy(each -> assertThat(each.problem().kind()).isEqualTo(Kind.NOTE));
    }

    @Test
    void a_link_that_is_named_is_followed(@TempDir Path elsewhere) throws IOException {
        new Tree(elsewhere).withFiles("out.yaml");
        Files.createSymbolicLink(tree.root().resolve("link"), elsewhere);
        assertThat(walk(path("link")).shown()).containsExactly(path("link/out.yaml"));
        assertThat(walk(path("link/out.yaml")).read(path("link/out.yaml"))).isEqualTo("kind: out.yaml\n");
    }

    @Test
    void a_file_that_became_a_link_after_it_was_found_is_not_read(@TempDir Path elsewhere) throws IOException {
        tree.withFiles("a.yaml");
        new Tree(elsewhere).withFiles("secret");
        Walked walked = tree.walk();
        Files.delete(tree.root().resolve("a.yaml"));
        Files.createSymbolicLink(tree.root().resolve("a.yaml"), elsewhere.resolve("secret"));
        assertThat(walked.read(path("a.yaml"))).isEqualTo("unreadable");
    }

    @Test
    void a_pipe_is_no_file() throws IOException, InterruptedException {
        tree.withFiles("a.yaml");
        assertThat(new ProcessBuilder("mkfifo", path("pipe.yaml")).start().waitFor()).isZero();
        assertThat(tree.found()).containsExactly("a.yaml");
        assertThat(tree.walk().problems()).extracting(FileProblem::shown, each -> each.problem().kind())
                .containsExactly(tuple(path("pipe.yaml"), Kind.NOTE));
        FileProblem named = walk(path("pipe.yaml")).problems().getFirst();
        assertThat(named.problem().kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(named.problem().remedy()).contains("-f -");
    }

    @Test
    void a_file_that_is_gone_when_it_is_read_is_a_problem() throws IOException {
        tree.withFiles("a.yaml", "b.yaml");
        Walked walked = tree.walk();
        Files.delete(tree.root().resolve("a.yaml"));
        assertThat(walked.read(path("a.yaml"))).isEqualTo("unreadable");
        assertThat(walked.read(path("b.yaml"))).isEqualTo("kind: b.yaml\n");
        assertThat(walked.problems()).extracting(FileProblem::shown, each -> each.problem().sentence())
                .containsExactly(tuple(path("a.yaml"), "This cannot be read: it is gone."));
    }

    @Test
    void what_may_not_be_read_is_a_problem_and_the_rest_goes_on() throws IOException {
        tree.withFiles("closed/a.yaml", "closed.yaml", "open.yaml");
        tree.root().resolve("closed").toFile().setReadable(false);
        tree.root().resolve("closed.yaml").toFile().setReadable(false);
        assumeFalse(Files.isReadable(tree.root().resolve("closed.yaml")), "the superuser may read everything");
        Walked walked = tree.walk();
        assertThat(walked.read(path("open.yaml"))).isEqualTo("kind: open.yaml\n");
        assertThat(walked.read(path("closed.yaml"))).isEqualTo("unreadable");
        tree.root().resolve("closed").toFile().setReadable(true);
        assertThat(walked.problems()).extracting(each -> each.problem().sentence()).containsOnly("This cannot be read: permission denied.");
    }

    @Test
    void a_binary_file_of_a_folder_is_skipped_with_a_note() throws IOException {
        tree.with("a.yaml", "\u007fELF\u0001\0\0");
        Walked walked = tree.walk();
        assertThat(walked.read(path("a.yaml"))).isEqualTo("unreadable");
        assertThat(walked.problems()).singleElement().extracting(each -> each.problem().kind()).isEqualTo(Kind.NOTE);
        assertThat(walk(path("a.yaml")).read(path("a.yaml"))).contains("ELF");
    }

    @Test
    void utf16_is_no_binary_file() throws IOException {
        Files.write(tree.root().resolve("a.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0});
        Walked walked = tree.walk();
        assertThat(walked.read(path("a.yaml"))).isNotEqualTo("unreadable");
        assertThat(walked.problems()).isEmpty();
    }

    @Test
    void a_file_that_is_too_big_is_named_with_its_flag() throws IOException {
        tree.with("big.yaml", "x".repeat(101)).with("fits.yaml", "x".repeat(100));
        Walked walked = Tree.walk(new FileQuery(List.of(tree.root().toString()), List.of(), List.of(), limits(100, 1000)));
        assertThat(walked.shown()).containsExactly(path("fits.yaml"));
        assertThat(walked.problems()).singleElement().satisfies(each -> {
            assertThat(each.shown()).isEqualTo(path("big.yaml"));
            assertThat(each.problem().kind()).isEqualTo(Kind.LIMIT);
            assertThat(each.problem().remedy()).contains("--max-file-size");
        });
    }

    @Test
    void a_file_that_grew_after_it_was_found_is_not_read_further() throws IOException {
        tree.with("a.yaml", "x");
        Walked walked = Tree.walk(new FileQuery(List.of(tree.root().toString(), "-"), List.of(), List.of(), limits(5, 1000)));
        tree.with("a.yaml", "x".repeat(6));
        assertThat(walked.read(path("a.yaml"))).isEqualTo("unreadable");
        assertThat(walked.read("-")).isEqualTo("unreadable");
        assertThat(walked.problems()).extracting(each -> each.problem().kind()).containsExactly(Kind.LIMIT, Kind.LIMIT);
    }

    @Test
    void all_files_together_have_a_limit_that_falls_at_the_same_file_each_time() throws IOException {
        tree.with("a.yaml", "x".repeat(60)).with("b.yaml", "x".repeat(60)).with("c.yaml", "x".repeat(10));
        Walked walked =
                Tree.walk(new FileQuery(List.of(path("c.yaml"), path("b.yaml"), path("a.yaml")), List.of(), List.of(), limits(100, 100)));
        assertThat(walked.shown()).containsExactly(path("a.yaml"));
        assertThat(walked.problems()).singleElement().satisfies(each -> {
            assertThat(each.shown()).isEqualTo(path("b.yaml"));
            assertThat(each.problem().remedy()).contains("--max-total-size");
        });
    }

    @Test
    void folders_are_entered_to_a_depth_and_no_deeper() throws IOException {
        tree.withFiles("a/".repeat(64) + "x.yaml", "b/".repeat(65) + "x.yaml");
        assertThat(tree.found()).containsExactly("a/".repeat(64) + "x.yaml");
        assertThat(tree.walk().problems()).singleElement().satisfies(each -> {
            assertThat(each.shown()).isEqualTo(path("b/".repeat(65)));
            assertThat(each.problem().kind()).isEqualTo(Kind.LIMIT);
        });
    }

    private String path(String rest) {
        return tree.root() + "/" + rest;
    }

    private static Walked walk(String... paths) {
        return Tree.walk(new FileQuery(List.of(paths), List.of(), List.of(), Limits.DEFAULT));
    }

    private List<String> relative(List<String> include, List<String> exclude) {
        Walked walked = Tree.walk(new FileQuery(List.of(tree.root().toString()), include, exclude, Limits.DEFAULT));
        assertThat(walked.problems()).isEmpty();
        return walked.shown().stream().map(shown -> shown.substring(tree.root().toString().length() + 1)).toList();
    }

    private static Limits limits(long fileBytes, long totalBytes) {
        return new Limits(100, 100, fileBytes, totalBytes, 100, 100);
    }
}
