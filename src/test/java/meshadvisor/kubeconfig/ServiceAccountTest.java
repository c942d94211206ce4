package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a pod. */
class ServiceAccountTest {

    private static final String MOUNT = "var/run/secrets/kubernetes.io/serviceaccount/";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_pod() throws Exception {
        desk = new Desk(folder).variable("KUBERNETES_SERVICE_HOST", "fd00::1").variable("KUBERNETES_SERVICE_PORT", "443");
        desk.file(MOUNT + "token", "s3cret\n");
        desk.file(MOUNT + "ca.crt", KeyStoreFile.in(folder).certificate());
        desk.file(MOUNT + "namespace", "shop\n");
    }

    @Test
    void its_service_account_is_used() {
        assertThat(desk.connect()).isInstanceOfSatisfying(Connection.InCluster.class, pod -> {
            assertThat(pod.access().server().uri()).hasToString("https://[fd00::1]:443");
            assertThat(pod.access().server().authority()).isPresent();
            assertThat(pod.access().namespace()).contains("shop");
            assertThat(pod.access().credential()).isEqualTo(new Credential.TokenFile(desk.path(MOUNT + "token")));
            assertThat(pod.toString()).doesNotContain("s3cret");
        });
    }

    @Test
    void a_kubeconfig_wins() {
        assertThat(desk.kubeconfig(Desk.config("prod", "https://s", "{}")).access().context()).isEqualTo("prod");
    }

    @Test
    void a_context_is_not_found_in_a_pod() {
        assertThat(desk.choosing("prod", "", "").mistakes()).singleElement().asString().contains("No kubeconfig names a cluster");
    }

    @Test
    void a_broken_mount_says_what_is_broken() {
        desk.file(MOUNT + "ca.crt", "nothing");
        assertThat(desk.variable("KUBERNETES_SERVICE_PORT", "x").mistakes()).satisfiesExactly(
                said -> assertThat(said).startsWith("KUBERNETES_SERVICE_HOST: \"fd00::1\" and port \"x\" are no address"),
                said -> assertThat(said).startsWith(MOUNT + "ca.crt: The cluster's certificates cannot be used"));
    }

    @Test
    void without_a_token_it_is_no_pod() {
        assertThat(new Desk(folder.resolve("other")).variable("KUBERNETES_SERVICE_HOST", "h").variable("KUBERNETES_SERVICE_PORT", "1")
                .mistakes())
                .singleElement().asString().contains("this is no pod with a service account");
    }
}
