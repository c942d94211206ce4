package meshadvisor.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.tree.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What git ignores is left out: nothing more, nothing less. */
class GitIgnoreTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # pattern      | ignored                                | taken
            secret.yaml    | secret.yaml a/secret.yaml              | secret.yml a/secret.yaml.bak xsecret.yaml
            *.gen.yaml     | x.gen.yaml a/b/y.gen.yaml .gen.yaml    | x.yaml
            /top.yaml      | top.yaml                               | a/top.yaml
            a/top.yaml     | a/top.yaml                             | top.yaml b/a/top.yaml
            out/           | out/ a/out/                            | out a/out
            /out/          | out/                                   | a/out/ out
            a/out/         | a/out/                                 | out/ b/a/out/
            **/out         | out out/ a/out a/b/out/                | outer
            a/**/z         | a/z a/b/z a/b/c/z                      | z b/a/z a/bz
            a/**           | a/x a/b/c                              | a a/ b/a/x
            **             | x a/x a/                               | ""
            a**z           | az abz x/abcz                          | a/z a/b/z
            a/b*z          | a/bz a/bcz                             | a/b/z
            ?.yaml         | a.yaml x/b.yaml                        | ab.yaml .yaml
            [ab]*.yaml     | a.yaml bx.yaml                         | c.yaml
            [!ab].yaml     | c.yaml                                 | a.yaml ab.yaml
            [^a-c].yaml    | d.yaml                                 | a.yaml c.yaml
            [a-cx-z0].yaml | b.yaml y.yaml 0.yaml                   | d.yaml 1.yaml
            []a].yaml      | ].yaml a.yaml                          | b.yaml
            [a-].yaml      | a.yaml -.yaml                          | b.yaml
            [a.yaml        | ""                                     | a.yaml [a.yaml
            \\*.yaml       | *.yaml                                 | a.yaml
            \\#x           | #x                                     | x
            \\!x           | !x                                     | x
            a*b*c*d        | abcd a1b2c3d                           | abdc
            /              | ""                                     | a
            """)
    void a_pattern_ignores(String pattern, String ignored, String taken) {
        IgnoreFile file = IgnoreFile.of("", pattern + "\n");
        assertThat(paths(ignored))
                .allSatisfy(path -> assertThat(answer(file, path)).as("%s for %s", path, pattern).isEqualTo(IgnoreFile.Answer.IGNORED));
        assertThat(paths(taken))
                .allSatisfy(path -> assertThat(answer(file, path)).as("%s for %s", path, pattern).isEqualTo(IgnoreFile.Answer.SILENT));
    }

    @Test
    void comments_spaces_and_line_ends_are_no_part_of_a_pattern() {
        IgnoreFile file = IgnoreFile.of("", "# a.yaml\n\nb.yaml   \r\nc.yaml\\ \r\n   \n");
        assertThat(answer(file, "a.yaml")).isEqualTo(IgnoreFile.Answer.SILENT);
        assertThat(answer(file, "b.yaml")).isEqualTo(IgnoreFile.Answer.IGNORED);
        assertThat(answer(file, "c.yaml ")).isEqualTo(IgnoreFile.Answer.IGNORED);
        assertThat(answer(file, "c.yaml")).isEqualTo(IgnoreFile.Answer.SILENT);
    }

    @Test
    void the_last_line_that_matches_decides() throws IOException {
        assertThat(tree().with(".gitignore", "*.yaml\n!keep.yaml\n/sub/keep.yaml\n")
                .withFiles("a.yaml", "keep.yaml", "sub/keep.yaml", "sub/x/keep.yaml").found())
                .containsExactly("keep.yaml", "sub/x/keep.yaml");
    }

    @Test
    void nothing_in_an_ignored_folder_can_be_taken_back() throws IOException {
        assertThat(tree().with(".gitignore", "out/\n!out/keep.yaml\n").withFiles("out/keep.yaml", "a.yaml").found())
                .containsExactly("a.yaml");
        assertThat(tree().with(".gitignore", "out/*\n!out/keep.yaml\n").found()).containsExactly("a.yaml", "out/keep.yaml");
    }

    @Test
    void an_inner_file_goes_before_an_outer_one_and_holds_for_its_folder_only() throws IOException {
        Tree tree = tree().with(".gitignore", "*.gen.yaml\n").with("sub/.gitignore", "!x.gen.yaml\n/local.yaml\n")
                .withFiles("x.gen.yaml", "sub/x.gen.yaml", "sub/y.gen.yaml", "sub/local.yaml", "sub/deep/local.yaml", "local.yaml");
        assertThat(tree.found()).containsExactly("local.yaml", "sub/deep/local.yaml", "sub/x.gen.yaml");
    }

    @Test
    void what_was_left_out_is_counted() throws IOException {
        Tree tree = tree().with(".gitignore", "out\n*.gen.yaml\n*.txt\n").withFiles("out/a.yaml", "out/b.yaml", "x.gen.yaml", "x.txt");
        assertThat(tree.walk().problems()).singleElement().extracting(each -> each.problem().sentence()).asString()
                .startsWith("Left out here: 2 manifests or folders ignored by git");
    }

    @Test
    void files_of_the_checkout_around_the_folder_count() throws IOException {
        Tree checkout = tree().with(".git/info/exclude", "excluded.yaml\n").with(".gitignore", "/deploy/a.yaml\n*.gen.yaml\n")
                .withFiles("deploy/a.yaml", "deploy/b.yaml", "deploy/x.gen.yaml", "deploy/excluded.yaml");
        assertThat(new Tree(checkout.root().resolve("deploy")).found()).containsExactly("b.yaml");
    }

    @Test
    void files_outside_any_checkout_do_not_count() throws IOException {
        Tree outside = tree().with(".gitignore", "*.yaml\n").withFiles("deploy/a.yaml");
        assertThat(new Tree(outside.root().resolve("deploy")).found()).containsExactly("a.yaml");
        assertThat(outside.found()).isEmpty();
    }

    @Test
    void an_ignored_folder_or_file_that_is_named_is_read() throws IOException {
        Tree checkout =
                tree().with(".git/HEAD", "").with(".gitignore", "rendered/**\n").withFiles("rendered/a.yaml", "rendered/sub/b.yaml");
        assertThat(new Tree(checkout.root().resolve("rendered/sub")).found()).containsExactly("b.yaml");
        assertThat(Tree.walk(new FileQuery(List.of(checkout.root() + "/rendered/a.yaml"), List.of(), List.of(), Limits.DEFAULT)).shown())
                .hasSize(1);
    }

    @Test
    void a_pattern_made_to_take_long_does_not() {
        String name = "a".repeat(250);
        assertThat(NamePattern.matches("*a".repeat(120) + "b", name)).isFalse();
        assertThat(PathPattern.of("**/a/".repeat(60) + "b").matches("a/".repeat(500) + "c", false)).isFalse();
    }

    /** Compares with git itself on every file of a tree, if git is there. */
    @Test
    void git_agrees() throws IOException, InterruptedException {
        Tree tree = tree().with(".gitignore",
                "*.gen.yaml\n!important.gen.yaml\n/build/\nlogs/**/debug\n**/tmp\nfoo/*\n!foo/keep.yaml\n[a-c]?.yaml\ndoc/*.yaml\ntrailing.yaml  \n\\!bang.yaml\n")
                .with("sub/.gitignore", "!x.gen.yaml\nlocal/\n")
                .withFiles("x.gen.yaml", "important.gen.yaml", "build/a.yaml", "sub/build/a.yaml", "logs/debug/a.yaml",
                        "logs/x/y/debug/a.yaml", "logs/x/a.yaml",
                        "tmp/a.yaml", "q/tmp/a.yaml", "foo/a.yaml", "foo/keep.yaml", "a1.yaml", "d1.yaml", "doc/a.yaml", "doc/x/a.yaml",
                        "trailing.yaml",
                        "!bang.yaml", "sub/x.gen.yaml", "sub/y.gen.yaml", "sub/local/a.yaml", "sub/d/local/a.yaml");
        assertThat(git(tree.root(), "init", "-q")).isEmpty();
        List<String> untracked = git(tree.root(), "ls-files", "--others", "--exclude-standard", "*.yaml").stream().sorted().toList();
        assertThat(untracked).hasSizeGreaterThan(5);
        assertThat(tree.found()).containsExactlyElementsOf(untracked);
    }

    private static List<String> git(Path folder, String... arguments) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git", "-c", "core.excludesFile="), Arrays.stream(arguments)).toList())
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    private static IgnoreFile.Answer answer(IgnoreFile file, String path) {
        boolean isFolder = path.endsWith("/");
        return file.answer(isFolder ? path.substring(0, path.length() - 1) : path, isFolder);
    }

    private static List<String> paths(String written) {
        return written == null || written.isBlank() ? List.of() : List.of(written.split(" "));
    }

    private Tree tree() throws IOException {
        return new Tree(Files.createDirectories(folder).toRealPath());
    }
}
