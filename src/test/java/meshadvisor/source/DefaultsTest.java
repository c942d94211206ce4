package meshadvisor.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.catalog.Library;
import meshadvisor.model.Evidence;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What libraries do when code says nothing is said by somebody. */
class DefaultsTest {

    @TempDir
    Path folder;

    static Stream<Kit> libraries_with_a_default() {
        return Language.all(Knowledge.LIBRARY).stream().flatMap(l -> l.libraries().stream())
                .filter(k -> !k.deadline().usual().isEmpty() || k.retrying().usual() > 0);
    }

    @ParameterizedTest
    @MethodSource("libraries_with_a_default")
    void a_default_names_a_page_or_a_file_what_stands_there_and_when_it_was_read(Kit kit) {
        assertThat(kit.source()).as(kit.library()).matches("[a-z0-9.-]+\\.[a-z]+\\S*( and [a-z0-9.-]+)?([^:]*: .{8,}|, .{8,})");
        assertThat(kit.date()).as(kit.library()).matches("20\\d\\d-(0[1-9]|1[0-2])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadline: {usual: none}", "deadline: {usual: 5 s}", "retrying: {counts: calls, usual: 3}",
            "deadline: {usual: none}\n    source: somewhere", "retrying: {counts: retries, usual: 0}\n    date: 2026-11"})
    void a_default_without_a_source_or_a_date_is_refused(String claim) {
        Library basic = Library.ofYaml(Map.of("languages/basic.yaml", """
                language: Basic
                files: ["*.bas"]
                grammar: {line-comments: ["REM "]}
                libraries:
                  - library: Patience
                    gives: [http-client]
                    %s
                    uses: [{words: [CALL]}]
                """.formatted(claim)));
        assertThatThrownBy(() -> Language.all(basic)).isInstanceOf(CatalogueMistake.class).hasMessageContaining("is missing");
    }

    @Test
    void a_finding_that_rests_on_a_default_shows_who_says_it() {
        Fixture.write(folder.resolve("cart/requirements.txt"), "requests\n");
        Fixture.write(folder.resolve("cart/app.py"), "import requests\nrequests.get('http://prices/')\n");
        assertThat(Scan.of(SystemsTest.service("cart", "cart:1")).withCode(folder).judged().findings().stream()
                .filter(f -> f.code().equals("MA090")).flatMap(f -> f.because().stream()).map(Evidence::sentence)).singleElement()
                .asString()
                .contains("requests.get('http://prices/') (the default: github.com/psf/requests@").endsWith(", 2026-11)");
    }
}
