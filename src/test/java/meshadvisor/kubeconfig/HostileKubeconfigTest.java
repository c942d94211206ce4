package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are broken, no kubeconfig at all, or meant to do harm. */
class HostileKubeconfigTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_desk() {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'clusters: ['                              | :1:12: This is not valid YAML
            'clusters: [}'                             | :1:12: This is not valid YAML
            'hello'                                    | :1:1: This document is a single value
            '[1, 2]'                                   | :1:1: This document is a list
            'kind: Pod'                                | :1: This is no kubeconfig, but a Pod.
            'a: b'                                     | :1: This is no kubeconfig.
            '{kind: Config, apiVersion: v2}'           | :1: This is no kubeconfig, but a Config.
            '{kind: Config, users: {a: b}}'            | :1:23: "users" is no list.
            """)
    void what_is_no_kubeconfig_is_refused_with_its_place(String content, String mistake) {
        assertThat(desk.kubeconfig(content).mistakes()).anyMatch(said -> said.startsWith("home/.kube/config" + mistake));
    }

    @Test
    void a_deep_file_and_a_huge_one_are_refused() {
        assertThat(desk.kubeconfig("users: " + "[".repeat(5_000) + "]".repeat(5_000)).mistakes()).singleElement().asString()
                .startsWith("home/.kube/config:1:");
        assertThat(desk.kubeconfig("users: [] #" + "x".repeat(17 << 20)).mistakes()).singleElement().asString()
                .contains("more than 16777216 bytes");
        desk.named("/dev/zero");
        assertThat(desk.mistakes()).singleElement().asString().contains("more than 16777216 bytes");
    }

    @Test
    void aliases_that_grow_are_stopped() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]%n".formatted(i, i - 1));
        }
        assertThat(desk.kubeconfig(bomb + "users: *a11\n").mistakes()).singleElement().asString()
                .contains("Name a kubeconfig; this file is none.");
    }

    @Test
    void a_key_twice_warns_and_the_last_is_taken_as_in_kubectl() {
        desk.kubeconfig(Desk.config("prod", "https://s", "{token: first, token: second}"));
        assertThat(desk.access().credential()).isEqualTo(new Credential.Token("second"));
        assertThat(desk.warnings()).singleElement().asString().startsWith("home/.kube/config:6:")
                .contains("\"token\" stands on line 6 and again");
    }

    @Test
    void of_several_documents_only_the_first_is_read() {
        desk.kubeconfig(Desk.config("prod", "https://s", "{}") + "---\n" + Desk.config("other", "https://o", "{}"));
        assertThat(desk.access().context()).isEqualTo("prod");
        assertThat(desk.warnings()).singleElement().asString().contains("2 documents; only the first is read");
    }

    @Test
    void a_broken_file_does_not_print_what_stands_in_it() {
        desk.kubeconfig("users: [{name: a, user: {token: s3cret: s3cret, password: 's3cret}}]\n");
        assertThat(desk.connect().toString()).contains("not valid YAML").doesNotContain("s3cret");
    }

    @Test
    void control_characters_of_a_name_reach_no_terminal() {
        desk.kubeconfig("current-context: \"\\e[31m\\u202eprod\\n\"\ncontexts: [{name: \"\\a\", context: {}}]\n");
        assertThat(desk.mistakes()).singleElement().asString()
                .contains("There is no context \"\\u{1b}[31m\\u{202e}prod\\u{a}\". Known contexts: \\u{7}.");
    }

    @Test
    void one_broken_file_of_a_list_does_not_hide_the_mistakes_of_the_others() {
        desk.file("work/broken", "a: [");
        desk.file("work/other", Desk.config("prod", "nothing", "{}"));
        assertThat(desk.variable("KUBECONFIG", "broken:other").mistakes()).satisfiesExactly(
                said -> assertThat(said).startsWith("work/broken:"), said -> assertThat(said).startsWith("work/other:5:"));
    }

    @Test
    void many_names_are_cut() {
        StringBuilder contexts = new StringBuilder("current-context: x\ncontexts:\n");
        for (int i = 0; i < 1_000; i++) {
            contexts.append("- {name: c").append(i).append(", context: {}}\n");
        }
        assertThat(desk.kubeconfig(contexts.toString()).mistakes()).singleElement().asString().contains("and 980 more.")
                .hasSizeLessThan(500);
    }
}
