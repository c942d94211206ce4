package meshadvisor.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import meshadvisor.catalog.BuildFile;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Skipped;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that somebody made to do harm. Each is read in seconds, and what is not read is told. */
@Timeout(60)
class HostileSourcesTest {

    private static final String CALL = "import requests\nrequests.get('http://a/')\n";

    @TempDir
    Path folder;

    @Test
    void a_loop_of_links_ends_and_what_lies_outside_is_not_read() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Fixture.write(outside.resolve("secret.py"), CALL);
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Fixture.write(inside.resolve("app.py"), CALL);
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        Files.createSymbolicLink(inside.resolve("away"), outside);
        Files.createSymbolicLink(inside.resolve("secret.py"), outside.resolve("secret.py"));

        Code code = Fixture.read(inside);

        assertThat(Fixture.withoutTimeout(code)).singleElement().asString().endsWith("app.py:2");
        assertThat(code.skipped()).extracting(Skipped::why).anyMatch(why -> why.contains("leads out of the folder"));
    }

    @Test
    void a_device_and_a_pipe_are_not_opened() throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("zero.py"), Path.of("/dev/zero"));
        int made = new ProcessBuilder("mkfifo", folder.resolve("pipe.py").toString()).start().waitFor();
        assertThat(made).isZero();
        Fixture.write(folder.resolve("app.py"), CALL);

        assertThat(Fixture.withoutTimeout(Fixture.read(folder))).hasSize(1);
    }

    @Test
    void huge_binary_and_minified_files_are_skipped_with_a_word() throws IOException {
        Files.write(folder.resolve("huge.py"), new byte[3 << 20]);
        Files.write(folder.resolve("binary.py"), "requests.get('http://a/')\0\0\0".getBytes(StandardCharsets.UTF_8));
        Fixture.write(folder.resolve("line.py"), "x = 1;" + "requests.get('http://a/');".repeat(40_000));
        Fixture.write(folder.resolve("bundle.js"), ("a=b;".repeat(200) + "\n").repeat(60));
        Fixture.write(folder.resolve("app.py"), CALL);

        Code code = Fixture.read(folder);

        assertThat(Fixture.withoutTimeout(code)).singleElement().asString().endsWith("app.py:2");
        assertThat(code.skipped()).extracting(s -> s.path().substring(s.path().lastIndexOf('/') + 1))
                .contains("huge.py", "binary.py", "line.py", "bundle.js");
    }

    @Test
    void a_tree_of_a_thousand_folders_in_one_another_is_not_walked_to_its_end() {
        Path deep = folder;
        for (int i = 0; i < 300; i++) {
            deep = deep.resolve("d");
        }
        Fixture.write(deep.resolve("app.py"), CALL);
        Fixture.write(folder.resolve("app.py"), CALL);
        assertThat(Fixture.withoutTimeout(Fixture.read(folder))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void text_of_another_encoding_is_read_or_skipped_and_never_breaks(String charset) throws IOException {
        Files.write(folder.resolve("app.py"), ("# Grüße\n" + CALL).getBytes(Charset.forName(charset)));
        Code code = Fixture.read(folder);
        assertThat(Fixture.withoutTimeout(code).size() + code.skipped().size()).isEqualTo(1);
    }

    @Test
    void entities_of_xml_are_neither_expanded_nor_fetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
            Path secret = folder.resolve("secret.txt");
            Fixture.write(secret, "secret");
            Fixture.write(folder.resolve("pom.xml"), """
                    <?xml version="1.0"?>
                    <!DOCTYPE project SYSTEM "%s" [
                      <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
                      <!ENTITY file SYSTEM "%s"><!ENTITY net SYSTEM "%s">
                    ]>
                    <project><artifactId>&file;&net;&c;</artifactId><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>
                    </dependency></dependencies></project>
                    """.formatted(address, secret.toUri(), address));
            Fixture.write(folder.resolve("A.java"), "class A {}\n");

            Code code = Fixture.read(folder);

            assertThat(asked).hasValue(0);
            assertThat(code.toString()).doesNotContain("secret", "aaaaaaaaaa");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "pyproject.toml", "pom.xml", "Cart.csproj", "vcpkg.json", "composer.json", "Cargo.toml",
            "libs.versions.toml"})
    void a_build_file_that_is_too_deep_is_a_word_and_no_stack(String name) {
        String open = name.endsWith("json") ? "{\"a\":" : name.endsWith("toml") ? "[" : "<a>";
        Fixture.write(folder.resolve(name), (name.endsWith("toml") ? "a = " : "") + open.repeat(100_000));
        Code code = Fixture.read(folder);
        assertThat(code.skipped()).singleElement().extracting(Skipped::why).asString().startsWith("This build file was not understood: ");
    }

    @Test
    void seeded_rubbish_in_every_build_file_and_language_throws_nothing() {
        Random random = new Random(7);
        for (Language language : Language.all(Knowledge.LIBRARY)) {
            for (BuildFile build : language.builds()) {
                Fixture.write(folder.resolve(build.files().getFirst().replace("*", "x")), rubbish(random));
            }
            Fixture.write(folder.resolve(language.files().getFirst().replace("*", "y")), rubbish(random));
        }
        assertThat(Fixture.read(folder).files()).isPositive();
    }

    private static String rubbish(Random random) {
        String signs = "{}[]()<>\"'`\\/*#=:,.;-@ \n\t aA0_é";
        StringBuilder text = new StringBuilder();
        random.ints(5_000, 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));
        return text.toString();
    }

    @Test
    void a_line_that_makes_patterns_go_back_takes_no_longer_than_its_length() {
        StringBuilder code = new StringBuilder("import requests\n");
        for (int i = 0; i < 2_000; i++) {
            code.append("requests.get(").append("(\"' ".repeat(150)).append('\n');
        }
        Fixture.write(folder.resolve("app.py"), code.toString());
        long begun = System.nanoTime();
        Fixture.read(folder);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void an_unclosed_element_says_where() {
        BuildFile pom = Language.all(Knowledge.LIBRARY).stream().flatMap(l -> l.builds().stream())
                .filter(b -> b.files().equals(List.of("pom.xml"))).findFirst().orElseThrow();
        assertThatThrownBy(() -> BuildFileReader.read(pom, "<project>\n<a>\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(BrokenBuildFile.class, e -> assertThat(e.why()).isEqualTo("no valid XML on line 3"));
    }
}
