package meshadvisor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.BuildFile;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Protocol;
import meshadvisor.model.Code;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language on small repositories: one that has something, one that has nothing, one that only looks as if. */
class LanguagesTest {

    private static final Set<String> PROTOCOLS =
            Protocol.all(Knowledge.LIBRARY).stream().map(Protocol::id).collect(Collectors.toSet());

    @TempDir
    Path folder;

    static List<Fixture> every_fixture() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("every_fixture")
    void a_repository_shows_what_it_has_and_nothing_else(Fixture fixture) {
        Code code = fixture.in(folder);
        assertThat(Fixture.shown(code)).as("sites: %s", code.programs()).isEqualTo(fixture.shows());
        Set<String> spoken = fixture.speaks().isEmpty() ? Set.of() : Fixture.spoken(code);
        assertThat(spoken).as("protocols").isEqualTo(fixture.speaks());
        assertThat(Fixture.withoutTimeout(code)).as("calls without a timeout").hasSize(fixture.withoutTimeout());
    }

    @Test
    void every_programming_language_has_three_repositories() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        Fixture.all().forEach(f -> kinds.computeIfAbsent(f.name().split("\\.")[0], k -> new TreeSet<>()).add(f.name().split("\\.")[1]));
        Set<String> files = new TreeSet<>();
        Knowledge.LIBRARY.paths("languages/", ".yaml").stream()
                .filter(p -> !Knowledge.LIBRARY.read(p, Language.class).configuration())
                .forEach(p -> files.add(p.replaceAll(".*/|\\.yaml", "")));
        assertThat(kinds.keySet()).containsAll(files);
        files.forEach(f -> assertThat(kinds.get(f)).as(f).contains("with", "without", "misleading"));
    }

    @Test
    void a_language_is_added_by_its_file_alone() throws IOException {
        Library basic = Library.ofYaml(Map.of("languages/basic.yaml", """
                language: Basic
                files: ["*.bas"]
                grammar: {line-comments: ["REM "], strings: [{from: '"', to: '"'}]}
                builds:
                  - {files: [modules.lst], format: lines, patterns: ['^(?<name>\\w+)$']}
                libraries:
                  - library: Patience
                    names: [patience]
                    gives: [retry]
                    uses: [{words: [TRYAGAIN], attempts: 'TRYAGAIN (\\d+)'}]
                """));
        Files.writeString(folder.resolve("modules.lst"), "patience\n");
        Files.writeString(folder.resolve("main.bas"), "REM TRYAGAIN 9\n10 PRINT \"TRYAGAIN 8\"\n20 TRYAGAIN 3\n");

        Code code = Sources.read(List.of(new Sources.Root("", folder.toString())), Language.all(basic), new Sought(Set.of(), Set.of()));

        assertThat(code.programs()).hasSize(1);
        assertThat(code.programs().getFirst().languages()).containsExactly(Map.entry("Basic", 1));
        assertThat(code.programs().getFirst().sites()).extracting(s -> s.place().line() + " " + s.attempts().tries())
                .containsExactly("3 3");
    }

    @Test
    void no_java_of_the_reader_names_a_language() throws IOException {
        Set<String> names = Language.all(Knowledge.LIBRARY).stream().map(Language::language).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(Path.of("../probes/src/main/java/meshadvisor/source"))) {
            for (Path file : files.toList()) {
                String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
                names.forEach(n -> assertThat(code).as(file.toString()).doesNotContain("\"" + n + "\""));
            }
        }
    }

    @Test
    void patterns_have_the_groups_that_are_read_and_libraries_show_something() {
        for (Language language : Language.all(Knowledge.LIBRARY)) {
            for (BuildFile build : language.builds()) {
                build.patterns().forEach(p -> assertThat(Pattern.compile(p).namedGroups()).as(p).containsKey("name"));
            }
            for (Kit kit : language.libraries()) {
                assertThat(kit.byItself() || !kit.uses().isEmpty()).as(language.language() + ": " + kit.library()).isTrue();
                kit.uses().forEach(u -> {
                    assertThat(u.speaks().isEmpty() || PROTOCOLS.contains(u.speaks())).as(kit.library() + " speaks " + u.speaks()).isTrue();
                    assertThat(u.shows().isEmpty() ? kit.gives() : u.shows()).as(kit.library()).isNotEmpty();
                    assertThat(u.words()).as(kit.library()).isNotEmpty();
                    assertThat(u.attempts().isEmpty() || Pattern.compile(u.attempts()).matcher("").groupCount() > 0).as(u.attempts())
                            .isTrue();
                    Stream.of(u.each(), u.whole()).filter(t -> !t.isEmpty())
                            .forEach(t -> assertThat(Pattern.compile(t).namedGroups().keySet())
                                    .as(t).isNotEmpty().isSubsetOf("ms", "s", "min"));
                });
            }
        }
    }
}
