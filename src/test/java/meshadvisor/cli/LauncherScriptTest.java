package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

    @TempDir
    Path folder;

    private Installed installed;

    @BeforeEach
    void an_installation() throws IOException {
        installed = Installed.in(folder.toRealPath());
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        var java = Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString());
        var args = new String[] {"assess", "with space", "", "*", "$HOME", "-o", "json=ü.json", "--", "-n"};
        assertThat(installed.run(java, args).out().lines()).containsSubsequence(args);
    }

    @Test
    void java_is_told_name_terminal_memory_and_to_keep_its_own_words_off_stdout() throws Exception {
        var env = Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString(), "MESHADVISOR_JAVA_OPTIONS", "-Xmx9g -Da=*");
        assertThat(installed.run(env, "x").out().lines()).contains("-Dmeshadvisor.invokedAs=meshadvisor", "-Dmeshadvisor.terminal=",
                "-Dmeshadvisor.columns=", "-Xlog:disable").containsSubsequence("-Xmx1g", "-Xmx9g", "-Da=*", "-jar", "x");
    }

    @ParameterizedTest
    @CsvSource({"LANG, de_DE.UTF-8, ''", "LC_ALL, en_US.utf8, en_US.utf8", "LC_ALL, C, C.UTF-8", "LANG, POSIX, C.UTF-8",
            "NONE, '', C.UTF-8"})
    void names_of_files_are_read_as_utf8_even_without_a_locale(String variable, String value, String told) throws Exception {
        var env = Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString(), variable, value);
        assertThat(installed.run(env, "x").out().lines()).contains("LC_ALL=" + told);
    }

    @Test
    void it_works_through_links_to_links_and_from_any_folder_and_passes_on_its_name() throws Exception {
        var elsewhere = Files.createDirectories(folder.resolve("else where"));
        var link = Files.createSymbolicLink(elsewhere.resolve("ma"), Path.of("../cli/bin/meshadvisor"));
        var linkToLink = Files.createSymbolicLink(elsewhere.resolve("kubectl-mesh_advisor"), Path.of("ma"));
        var env = Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString());
        var ran = Installed.ended(installed.start(linkToLink, env, "x"));
        assertThat(ran.out().lines()).contains(installed.root() + "/cli/target/meshadvisor.jar",
                "-Dmeshadvisor.invokedAs=kubectl-mesh_advisor");
        assertThat(Installed.ended(installed.start(link, env, "x")).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # MESHADVISOR_JAVA, JAVA_HOME, PATH, chosen
            25.0.3,             24,        23,   25.0.3
            '',                 21.0.8,    25,   21.0.8
            '',                 17.0.15,   23.1, 23.1
            '',                 1.8.0_402, 21,   21
            '',                 '',        22,   22
            21-ea,              '',        '',   21-ea
            """)
    void the_first_java_that_is_new_enough_is_taken(String named, String home, String onPath, String chosen) throws Exception {
        var env = new HashMap<String, String>();
        if (!named.isEmpty()) {
            env.put("MESHADVISOR_JAVA", installed.java("java-" + named, named).toString());
        }
        if (!home.isEmpty()) {
            env.put("JAVA_HOME", installed.java("java-" + home, home).toString());
        }
        if (!onPath.isEmpty()) {
            Files.createDirectories(installed.root().resolve("tools"));
            Files.createSymbolicLink(installed.root().resolve("tools/java"), installed.java("java-" + onPath, onPath).resolve("bin/java"));
        }
        assertThat(installed.run(env, "x").out()).startsWith(installed.root() + "/java-" + chosen + "/bin/java\n");
    }

    @Test
    void the_variable_may_name_the_program_itself_even_by_a_link() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("some-java"), installed.java("jdk", "22").resolve("bin/java"));
        assertThat(installed.run(Map.of("MESHADVISOR_JAVA", link.toString()), "x").out()).startsWith(installed.root() + "/jdk/bin/java\n");
    }

    @Test
    void a_java_that_was_named_and_is_too_old_is_refused_in_one_sentence() throws Exception {
        var old = installed.java("jdk", "17.0.15");
        assertThat(installed.run(Map.of("MESHADVISOR_JAVA", old.toString()), "x"))
                .isEqualTo(new Ran(2, "", "meshadvisor: MESHADVISOR_JAVA=" + old + " is Java 17.0.15; 21 or newer is needed\n"));
        assertThat(installed.run(Map.of("MESHADVISOR_JAVA", "/nowhere"), "x"))
                .isEqualTo(new Ran(2, "", "meshadvisor: MESHADVISOR_JAVA=/nowhere is neither a Java home nor a java program\n"));
    }

    @ParameterizedTest
    @CsvSource({"25.0.3, -XX:AOTCache=", "21.0.8, -XX:SharedArchiveFile="})
    void the_start_up_cache_is_made_once_and_made_anew_for_a_new_program(String version, String option) throws Exception {
        var env = Map.of("JAVA_HOME", installed.java("jdk", version).toString());
        var uses = option + installed.root() + "/cli/target/start-" + version + "-";
        assertThat(installed.run(env, "x").err()).contains("preparing a faster start");
        assertThat(installed.run(env, "x")).satisfies(again -> {
            assertThat(again.out()).containsOnlyOnce(uses);
            assertThat(again.err()).isEmpty();
        });
        assertThat(installed.told("trained")).hasLineCount(1);
        installed.program("cli/target/lib/new.jar", "");
        installed.changed("cli/target/lib/new.jar", 5);
        assertThat(installed.run(env, "x").out()).containsOnlyOnce(uses);
        assertThat(installed.told("trained")).hasLineCount(2);
    }

    @Test
    void a_cache_that_was_copied_with_its_program_is_made_anew_and_the_old_one_goes() throws Exception {
        var env = Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString());
        installed.run(env, "x");
        installed.changed("cli/target/meshadvisor.jar", -60);
        installed.run(env, "x");
        assertThat(installed.told("trained")).hasLineCount(2);
        assertThat(installed.root().resolve("cli/target").toFile().list((folder, name) -> name.endsWith(".cache"))).hasSize(1);
    }

    @Test
    void a_folder_from_which_java_cannot_load_is_named() throws Exception {
        var odd = Installed.in(Files.createDirectories(folder.toRealPath().resolve("a:b")));
        assertThat(odd.run(Map.of("JAVA_HOME", odd.java("jdk", "25.0.3").toString()), "x")).isEqualTo(
                new Ran(2, "", "meshadvisor: Java cannot load programs from a folder whose name contains a colon: " + odd.root() + "\n"));
    }

    @Test
    void a_java_that_can_make_no_cache_is_asked_once_and_used_without() throws Exception {
        var home = installed.java("jdk", "25.0.3");
        installed.program("jdk/bin/java", "#!/bin/sh\necho asked >>'%1$s/asked'\nprintf '%%s\\n' \"$@\"\n");
        installed.run(Map.of("JAVA_HOME", home.toString()), "x");
        assertThat(installed.run(Map.of("JAVA_HOME", home.toString()), "x").out()).doesNotContain("AOTCache");
        assertThat(installed.told("asked")).hasLineCount(3); // to train, to run, to run
    }

    @Test
    void an_installation_that_cannot_be_written_works_without_a_cache() throws Exception {
        var env = Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString());
        var target = installed.root().resolve("cli/target").toFile();
        assumeTrue(target.setWritable(false) && !Files.isWritable(target.toPath()), "root may write everywhere");
        assertThat(installed.run(env, "x")).satisfies(ran -> {
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).doesNotContain("AOTCache");
            assertThat(ran.err()).isEmpty();
        });
        assertThat(target.setWritable(true)).isTrue();
    }

    @Test
    void the_first_use_builds_the_program_and_leaves_standard_input_alone() throws Exception {
        var env = builds();
        Files.delete(installed.root().resolve("cli/target/meshadvisor.jar"));
        var ran = installed.run(env, "x");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("building the program");
        assertThat(installed.told("built-with")).isEqualTo("-q -B -DskipTests -pl cli,load-generator -am package\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "cli/src/main/java/Source.java", "rules/catalog/needs.yaml", "rules/src/main/java", "cli/pom.xml"})
    void a_change_of_a_source_builds_anew(String changed) throws Exception {
        var env = builds();
        installed.run(env, "x");
        installed.changed("cli/target/built", -5);
        installed.changed(changed, -1);
        installed.run(env, "x");
        assertThat(installed.told("built-with")).hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/test/java/Test.java", "cli/bin/meshadvisor", "cli/target/lib"})
    void a_change_of_anything_else_builds_nothing(String changed) throws Exception {
        var env = builds();
        installed.run(env, "x");
        installed.changed(changed, 5);
        installed.run(env, "x");
        assertThat(installed.told("built-with")).hasLineCount(1);
    }

    @Test
    void many_first_uses_at_once_build_once_and_all_work() throws Exception {
        var env = builds();
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(installed.start(installed.root().resolve("cli/bin/meshadvisor"), env, "x"));
        }
        for (Process each : all) {
            assertThat(Installed.ended(each)).satisfies(ran -> assertThat(ran.code()).as(ran.toString()).isZero());
        }
        assertThat(installed.told("built-with")).hasLineCount(1);
        assertThat(installed.told("trained")).hasLineCount(1);
    }

    @Test
    void a_build_that_fails_shows_what_it_said_and_runs_nothing() throws Exception {
        var env = builds();
        installed.program("tools/mvn", "#!/bin/sh\necho '[ERROR] Source.java:[3,7] no such thing'\nexit 1\n");
        var ran = installed.run(env, "x");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("[ERROR] Source.java:[3,7] no such thing", "the build failed; all of what it said is in ");
    }

    @Test
    void an_installation_without_its_jar_says_so() throws Exception {
        Files.delete(installed.root().resolve("cli/target/meshadvisor.jar"));
        var ran = installed.run(Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString()), "x");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("meshadvisor.jar is missing");
    }

    /** Sources that nobody has built yet, and the environment to build them in. */
    private Map<String, String> builds() throws IOException {
        installed.withSources();
        return Map.of("JAVA_HOME", installed.java("jdk", "25.0.3").toString());
    }
}
