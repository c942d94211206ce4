package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which file says what, as kubectl documents it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "lists of paths are written with colons")
class MergeTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void three_files_that_contradict_each_other() {
        desk = new Desk(folder);
        desk.kubeconfig(Desk.config("default", "https://default:1", "{token: default}"));
        desk.file("work/one", Desk.config("one", "https://one:1", "{token: one}"));
        desk.file("work/two", Desk.config("two", "https://two:1", "{token: two}"));
        desk.file("work/also-one", Desk.config("one", "https://also-one:1", "{username: also}"));
        desk.file("work/no-current", Desk.config("quiet", "https://quiet:1", "{token: quiet}").replace("current-context: quiet", ""));
        desk.file("work/empty", "");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                        '',                  default, https://default:1
            one,                       '',                  one,     https://one:1
            one,                       two:also-one,        one,     https://one:1
            '',                        one,                 one,     https://one:1
            '',                        one:two,             one,     https://one:1
            '',                        two:one,             two,     https://two:1
            '',                        one:also-one,        one,     https://one:1
            '',                        also-one:one,        one,     https://also-one:1
            '',                        no-current:two:one,  two,     https://two:1
            '',                        nowhere:two,         two,     https://two:1
            '',                        ':two::two:',        two,     https://two:1
            '',                        empty:two,           two,     https://two:1
            '',                        /nowhere:./two,      two,     https://two:1
            """)
    void the_first_file_that_says_something_is_heard(String flag, String variable, String context, String server) {
        if (!flag.isEmpty()) {
            desk.named(flag);
        }
        Access access = desk.variable("KUBECONFIG", variable).access();
        assertThat(access.context()).isEqualTo(context);
        assertThat(access.server().uri()).hasToString(server);
    }

    @Test
    void of_two_entries_with_one_name_the_first_is_taken_whole() {
        Access access = desk.variable("KUBECONFIG", "also-one:one").access();
        assertThat(access.credential()).isEqualTo(new Credential.Basic("also", ""));
    }

    @Test
    void what_was_used_says_where_it_stands() {
        Access access = desk.variable("KUBECONFIG", "no-current:one").choosing("quiet", "one", "").access();
        assertThat(access.sources().context()).endsWith("work/no-current:4:12");
        assertThat(access.sources().cluster()).endsWith("work/one:5:12");
        assertThat(access.sources().user()).endsWith("work/no-current:6:9");
    }

    @Test
    void flags_win_over_the_context() {
        Access access = desk.variable("KUBECONFIG", "one:two").choosing("one", "two", "two").access();
        assertThat(access.server().uri()).hasToString("https://two:1");
        assertThat(access.credential()).isEqualTo(new Credential.Token("two"));
        assertThat(access.namespace()).contains("of-one");
    }

    @Test
    void a_cluster_alone_needs_no_context() {
        Access access = desk.named("no-current").choosing("", "quiet", "").access();
        assertThat(access.context()).isEmpty();
        assertThat(access.credential()).isEqualTo(new Credential.None());
        assertThat(access.namespace()).isEmpty();
    }

    @Test
    void paths_in_a_file_are_relative_to_its_folder() throws Exception {
        String pem = KeyStoreFile.in(folder).certificate();
        desk.file("work/deep/ca.crt", pem);
        desk.file("work/deep/token", "secret");
        desk.file("work/deep/config", Desk.config("deep", "https://deep:1", "{tokenFile: ./token}").replace("{server:",
                "{certificate-authority: ca.crt, server:"));
        Access access = desk.variable("KUBECONFIG", "deep/config:one").access();
        assertThat(access.server().authority()).contains(pem);
        assertThat(access.credential()).isEqualTo(new Credential.TokenFile(desk.path("work/deep/token")));
        assertThat(access.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aws, aws", "./aws, PATH/aws", "../aws, UP/aws", "sub/aws, PATH/sub/aws", "/opt/aws, /opt/aws"})
    void a_plugin_is_relative_to_its_file_only_if_it_is_a_path(String command, String expected) {
        desk.file("work/deep/config", Desk.config("deep", "https://deep:1",
                "{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: " + command + "}}"));
        Credential.Exec exec = (Credential.Exec) desk.named("deep/config").access().credential();
        assertThat(exec.argv())
                .containsExactly(expected.replace("PATH", desk.path("work/deep").toString()).replace("UP", desk.path("work").toString()));
    }

    @Test
    void a_missing_file_is_a_mistake_only_if_the_flag_names_it() {
        assertThat(desk.named("nowhere").mistakes()).singleElement().asString()
                .startsWith("--kubeconfig: The file work/nowhere does not exist.");
    }

    @Test
    void nothing_anywhere_says_where_it_was_looked_for() {
        assertThat(desk.variable("KUBECONFIG", "nowhere:empty").mistakes()).singleElement().asString()
                .startsWith(
                        "KUBECONFIG: No kubeconfig names a cluster, and this is no pod with a service account. Looked in: work/nowhere, work/empty.");
    }

    @Test
    void a_name_twice_in_one_file_is_a_mistake_as_in_kubectl() {
        desk.file("work/twice", Desk.config("one", "https://one:1", "{}").replace("users: [", "users: [{name: one}, "));
        assertThat(desk.named("twice").mistakes()).singleElement().asString().contains("work/twice:6:22", "stands twice in \"users\"");
    }

    @Test
    void a_file_that_cannot_be_read_is_a_mistake() throws Exception {
        Files.createDirectory(desk.path("work/folder"));
        assertThat(desk.variable("KUBECONFIG", "folder:one").mistakes()).singleElement().asString().contains("work/folder",
                "it is a folder");
    }

    @Test
    void home_is_not_asked_if_something_else_was_named() {
        assertThat(desk.variable("KUBECONFIG", "empty").connect()).isInstanceOf(Connection.Refused.class);
        assertThat(Optional.of(desk.variable("KUBECONFIG", "").access().context())).contains("default");
    }
}
