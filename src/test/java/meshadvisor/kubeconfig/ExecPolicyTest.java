package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose plugins run, with one in the shape of {@code aws eks get-token}, under each way of naming the file. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "plugins are scripts of a Unix shell, and the rights are POSIX ones")
class ExecPolicyTest {

    private static final String EKS =
            """
            {exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws, interactiveMode: IfAvailable, provideClusterInfo: false,
              args: [--region, eu-central-1, eks, get-token, --cluster-name, "my shop", --output, json], env: [{name: AWS_PROFILE, value: prod}]}}""";

    private static final String ARGV = "aws --region eu-central-1 eks get-token --cluster-name 'my shop' --output json";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_desk_with_aws() {
        desk = new Desk(folder);
        desk.program("aws", """
                echo run >> "%s"
                [ "$*" = "--region eu-central-1 eks get-token --cluster-name my shop --output json" ] || exit 3
                printf '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1beta1", "spec": {}, '
                printf '"status": {"expirationTimestamp": "2030-01-01T00:00:00Z", "token": "k8s-aws-v1.%%s"}}\\n' "$AWS_PROFILE"
                """.formatted(desk.path("was-run")));
    }

    /** How a kubeconfig can be named. */
    enum Naming {
        FLAG, VARIABLE, LIST, LIST_IN_PARTS, DEFAULT;

        /** Puts the plugin into a file that is named so; gives that file. */
        Path name(Desk desk) {
            String whole = Desk.config("eks", "https://eks:443", EKS);
            return switch (this) {
                case FLAG -> {
                    desk.named("eks.yaml");
                    yield desk.file("work/eks.yaml", whole);
                }
                case VARIABLE -> {
                    desk.variable("KUBECONFIG", "eks.yaml");
                    yield desk.file("work/eks.yaml", whole);
                }
                case LIST -> {
                    desk.file("work/first.yaml", Desk.config("other", "https://other", "{}").replace("current-context: other", ""));
                    desk.variable("KUBECONFIG", "first.yaml:nowhere:eks.yaml");
                    yield desk.file("work/eks.yaml", whole);
                }
                case LIST_IN_PARTS -> {
                    desk.file("work/first.yaml", whole.substring(0, whole.indexOf("users:")));
                    desk.variable("KUBECONFIG", "first.yaml:eks.yaml");
                    yield desk.file("work/eks.yaml", whole);
                }
                case DEFAULT -> desk.file("home/.kube/config", whole);
            };
        }
    }

    private Presentation present() {
        return Credentials.of(desk.access(), desk.environment(), InstantSource.fixed(Instant.EPOCH)).present();
    }

    private void assertRefusedAs(String why) {
        assertThat(desk.mistakes()).singleElement().asString().contains(why).contains("The program: " + ARGV + ".")
                .contains("--allow-exec-auth");
        assertThat(desk.path("was-run")).doesNotExist();
        desk.allowingExec();
        assertThat(present()).isInstanceOf(Presentation.Ready.class);
        assertThat(desk.path("was-run")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void a_plugin_of_a_trusted_file_runs_when_it_is_asked_and_not_before(Naming naming) {
        naming.name(desk);
        assertThat(desk.access().credential()).isInstanceOf(Credential.Exec.class);
        assertThat(desk.path("was-run")).doesNotExist();
        assertThat(present()).isInstanceOfSatisfying(Presentation.Ready.class, ready -> {
            assertThat(ready.authorization()).contains("Bearer k8s-aws-v1.prod");
            assertThat(ready.expires()).contains(Instant.parse("2030-01-01T00:00:00Z"));
            assertThat(ready.toString()).doesNotContain("k8s-aws");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_plugin_of_a_file_in_the_scan_needs_consent(Naming naming) {
        Path file = naming.name(desk);
        desk.scanning(file.getParent());
        assertThat(desk.mistakes()).isNotEmpty()
                .allSatisfy(said -> assertThat(said).contains("lies in a path that is assessed").contains(ARGV)
                        .contains("allow it with --allow-exec-auth"));
        assertThat(desk.path("was-run")).doesNotExist();
        desk.allowingExec();
        assertThat(present()).isInstanceOf(Presentation.Ready.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_plugin_of_a_file_that_others_can_write_needs_consent(Naming naming) throws IOException {
        Path file = naming.name(desk);
        for (String rights : List.of("rw-rw----", "rw----rw-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            assertThat(desk.mistakes()).singleElement().asString().contains("can be written by others (chmod go-w");
        }
        assertRefusedAs("can be written by others");
    }

    @Test
    void a_link_to_a_file_in_the_scan_does_not_help() throws IOException {
        desk.file("work/repo/eks.yaml", Desk.config("eks", "https://eks", EKS));
        Files.createSymbolicLink(desk.path("home/.kube/config"), desk.path("work/repo/eks.yaml"));
        desk.scanning(Path.of("repo"));
        assertRefusedAs("lies in a path that is assessed");
    }

    @Test
    void a_link_in_the_scan_to_a_file_elsewhere_does_not_help() throws IOException {
        desk.file("home/eks.yaml", Desk.config("eks", "https://eks", EKS));
        Files.createDirectories(desk.path("work/repo"));
        Files.createSymbolicLink(desk.path("work/repo/config"), desk.path("home/eks.yaml"));
        desk.scanning(Path.of("repo")).named("repo/config");
        assertRefusedAs("lies in a path that is assessed");
    }

    @Test
    void a_scan_that_is_reached_by_a_link_counts_too() throws IOException {
        desk.file("work/repo/eks.yaml", Desk.config("eks", "https://eks", EKS));
        Files.createSymbolicLink(desk.path("work/link"), desk.path("work/repo"));
        desk.scanning(Path.of("link")).named("repo/eks.yaml");
        assertRefusedAs("lies in a path that is assessed");
    }

    @Test
    void a_neighbour_of_the_scan_is_trusted() {
        desk.file("work/repo2/eks.yaml", Desk.config("eks", "https://eks", EKS));
        desk.scanning(Path.of("repo")).named("repo2/eks.yaml");
        assertThat(present()).isInstanceOf(Presentation.Ready.class);
    }

    @Test
    void a_folder_that_everybody_can_write_to_needs_consent_unless_it_is_sticky() throws IOException {
        desk.file("work/open/eks.yaml", Desk.config("eks", "https://eks", EKS));
        desk.named("open/eks.yaml");
        Files.setAttribute(desk.path("work/open"), "unix:mode", 0777 | 01000 | 0040000);
        assertThat(desk.access().credential()).isInstanceOf(Credential.Exec.class);
        Files.setAttribute(desk.path("work/open"), "unix:mode", 0777 | 0040000);
        assertRefusedAs("lies in a folder that everybody can write to");
    }

    @Test
    void a_folder_that_its_group_can_write_to_needs_consent_at_any_height() throws IOException {
        desk.file("work/team/mine/eks.yaml", Desk.config("eks", "https://eks", EKS));
        desk.named("team/mine/eks.yaml");
        Files.setPosixFilePermissions(desk.path("work/team"), PosixFilePermissions.fromString("rwxrwxr-x"));
        assertRefusedAs("lies in a folder that its group can write to (chmod go-w work/team)");
    }

    @Test
    void a_file_link_or_folder_of_another_user_needs_consent() throws IOException {
        Path file = desk.file("work/team/eks.yaml", Desk.config("eks", "https://eks", EKS));
        Path link = Files.createSymbolicLink(desk.path("work/link.yaml"), file);
        desk.named("link.yaml");
        assumeTrue(Files.getAttribute(file, "unix:uid").equals(0), "only root can give files away");
        assertThat(desk.access().credential()).isInstanceOf(Credential.Exec.class);
        for (Path one : List.of(file, link, desk.path("work/team"))) {
            Files.setAttribute(one, "unix:uid", 4711, LinkOption.NOFOLLOW_LINKS);
            assertThat(desk.mistakes()).singleElement().asString().contains("owned by another user, 4711").contains(ARGV);
            Files.setAttribute(one, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
        }
        Files.setAttribute(desk.path("work"), "unix:uid", 4711);
        assertRefusedAs("lies in a folder that is owned by another user, 4711: work");
    }

    @Test
    void a_cluster_entry_of_a_file_in_the_scan_gets_no_token_of_a_plugin() {
        desk.file("home/.kube/config", Desk.config("eks", "https://eks", EKS));
        desk.file("work/repo/config", "clusters: [{name: eks, cluster: {server: https://evil.example.org}}]\n");
        desk.variable("KUBECONFIG", "repo/config:" + desk.path("home/.kube/config")).scanning(Path.of("repo"));
        assertRefusedAs("the kubeconfig work/repo/config lies in a path that is assessed");
    }

    @Test
    void a_program_in_the_scan_needs_consent() {
        desk.kubeconfig(Desk.config("eks", "https://eks", EKS)).scanning(desk.path("bin"));
        assertRefusedAs("the program bin/aws lies in a path that is assessed");
    }

    @Test
    void the_command_is_shown_without_control_characters() {
        desk.file("work/repo/c", Desk.config("eks", "https://eks",
                "{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws, args: [\"\\e[2K\\rharmless\", \"it's\"]}}"));
        assertThat(desk.named("repo/c").scanning(Path.of("repo")).mistakes()).singleElement().asString()
                .contains("The program: aws '\\u{1b}[2K\\u{d}harmless' 'it'\\''s'.");
    }

    @Test
    void a_token_of_a_file_in_the_scan_is_no_program() {
        desk.file("work/repo/c", Desk.config("plain", "https://s", "{token: t}"));
        assertThat(desk.named("repo/c").scanning(Path.of("repo")).access().credential()).isEqualTo(new Credential.Token("t"));
    }
}
