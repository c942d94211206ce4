package meshadvisor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code;
import meshadvisor.model.Trait;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every library that repeats or refuses calls, on one line that uses it: found with what it shows and how often it tries, and not without its dependency. */
class NamedLibrariesTest {

    private static final Path FOLDER = Path.of("test/resources/libraries");
    private static final String NOTHING = "nothing-that-is-known";

    /** How a program of a language declares something, and where its code stands. */
    private record Program(String build, String declared, String code, String around) {}

    private static final Map<String, Program> PROGRAMS = Map.of(
            "cpp", new Program("CMakeLists.txt", "find_package(%s)\n", "main.cpp", "int main() {\n%s\n}\n"),
            "dotnet",
            new Program("Shop.csproj", "<Project><ItemGroup><PackageReference Include=\"%s\" Version=\"1.0\" /></ItemGroup></Project>\n",
                    "Shop.cs", "class Shop\n{\n    %s\n}\n"),
            "elixir",
            new Program("mix.exs", "defp deps do\n  [\n    {:%s, \"~> 1.0\"}\n  ]\nend\n", "lib/shop.ex", "defmodule Shop do\n%s\nend\n"),
            "go",
            new Program("go.mod", "module example.org/shop\n\nrequire %s v1.0.0\n", "main.go", "package main\n\nfunc main() {\n\t%s\n}\n"),
            "java",
            new Program("build.gradle", "dependencies {\n    implementation '%s:1.0'\n}\n", "src/main/java/Shop.java",
                    "class Shop {\n    %s\n}\n"),
            "javascript", new Program("package.json", "{\"dependencies\": {\"%s\": \"1\"}}\n", "main.js", "%s\n"),
            "php", new Program("composer.json", "{\"require\": {\"%s\": \"^1\"}}\n", "main.php", "<?php\n%s\n"),
            "python", new Program("requirements.txt", "%s==1.0\n", "main.py", "%s\ndef call():\n    pass\n"),
            "ruby", new Program("Gemfile", "gem \"%s\"\n", "main.rb", "%s\n"),
            "rust", new Program("Cargo.toml", "[package]\nname = \"shop\"\n[dependencies]\n%s = \"1\"\n", "src/main.rs",
                    "fn main() {\n    %s\n}\n"));

    @TempDir
    Path folder;

    /** One line of a file: the dependency, a line of code, what it shows, how often it tries. */
    record Row(String language, String dependency, String code, Set<String> shows, int tries) {

        static Stream<Row> of(Path file) {
            String language = file.getFileName().toString().replace(".txt", "");
            try {
                return Files.readAllLines(file).stream().filter(l -> !l.startsWith("#")).map(l -> l.split(" \\| ?", -1))
                        .map(p -> new Row(language, p[0], p[1], new TreeSet<>(Arrays.asList(p[2].strip().split(" "))),
                                p[3].isBlank() ? 0 : Integer.parseInt(p[3].strip())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Stream<Row> every_library() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream().flatMap(Row::of);
        }
    }

    private Code read(Row row, String dependency) {
        Program program = PROGRAMS.get(row.language);
        Fixture.write(folder.resolve(program.build), program.declared.formatted(dependency));
        Fixture.write(folder.resolve(program.code), program.around.formatted(row.code));
        return Fixture.read(folder);
    }

    @ParameterizedTest
    @MethodSource("every_library")
    void a_library_in_use_is_found_with_its_tries(Row row) {
        Code code = read(row, row.dependency);
        assertThat(Fixture.shown(code)).as("%s", code.programs()).isEqualTo(row.shows);
        int tries = code.programs().stream().flatMap(p -> p.sites().stream()).mapToInt(s -> s.attempts().tries()).max().orElse(0);
        assertThat(tries).as("%s", code.programs()).isEqualTo(row.tries);
    }

    @ParameterizedTest
    @MethodSource("every_library")
    void without_its_dependency_it_is_none(Row row) {
        assertThat(Fixture.shown(read(row, NOTHING))).isEqualTo(row.language.equals("cpp") ? row.shows : Set.of());
    }

    @Test
    void every_known_library_that_repeats_or_refuses_calls_is_among_them() throws IOException {
        Map<String, Set<String>> used = every_library().collect(Collectors.groupingBy(Row::language,
                Collectors.mapping(Row::dependency, Collectors.toSet())));
        for (String path : Knowledge.LIBRARY.paths("languages/", ".yaml")) {
            Language language = Knowledge.LIBRARY.read(path, Language.class);
            Set<String> dependencies = used.getOrDefault(path.replaceAll(".*/|\\.yaml", ""), Set.of());
            language.libraries().stream().filter(k -> k.gives().stream().anyMatch(Trait::guard) && !k.names().isEmpty())
                    .forEach(k -> assertThat(dependencies).as(language.language() + ": " + k.library()).anyMatch(d -> brings(k, d)));
        }
    }

    private static boolean brings(Kit kit, String dependency) {
        return kit.names().stream().anyMatch(n -> dependency.equals(n)
                || n.contains("*") && dependency.matches(n.replace(".", "\\.").replace("*", ".*")));
    }
}
