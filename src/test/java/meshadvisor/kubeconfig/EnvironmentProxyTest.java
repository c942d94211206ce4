package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies that the environment names. */
class EnvironmentProxyTest {

    @TempDir
    private Path folder;

    private String proxy(String server, String exceptions) {
        Desk desk = new Desk(folder).kubeconfig(Desk.config("prod", server, "{}")).variable("HTTPS_PROXY", "http://proxy:3128")
                .variable("http_proxy", "plain:80").variable("NO_PROXY", exceptions);
        return desk.access().server().proxy().map(Proxy::uri).map(Object::toString).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://api.example.org       | ''                            | http://proxy:3128
            http://api.example.org        | ''                            | http://plain:80
            https://localhost:6443        | ''                            | ''
            https://127.0.0.1:6443        | ''                            | ''
            https://[::1]:6443            | ''                            | ''
            https://api.example.org       | '*'                           | ''
            https://api.example.org       | other.org, example.org        | ''
            https://api.example.org       | .example.org                  | ''
            https://api.example.org       | *.Example.org                 | ''
            https://example.org           | .example.org                  | http://proxy:3128
            https://anexample.org         | example.org                   | http://proxy:3128
            https://api.example.org       | example.org:443               | ''
            https://api.example.org:6443  | example.org:443               | http://proxy:3128
            https://10.1.2.3:6443         | 10.0.0.0/8                    | ''
            https://11.1.2.3:6443         | 10.0.0.0/8,10.1.2.3           | http://proxy:3128
            https://10.1.2.3:6443         | 10.1.2.3                      | ''
            https://10.1.2.3:6443         | 10.0.0.0/99,10.0.0.0/x,300.1.1.1 | http://proxy:3128
            https://[fd00::1]:6443        | fd00::/8                      | ''
            https://[fe00::1]:6443        | fd00::/8,10.0.0.0/8           | http://proxy:3128
            """)
    void the_environment_is_read_as_kubectl_does(String server, String exceptions, String proxy) {
        assertThat(proxy(server, exceptions)).isEqualTo(proxy);
    }

    @Test
    void the_kubeconfig_wins_and_a_proxy_that_cannot_be_used_says_which_variable() {
        Desk desk = new Desk(folder).variable("https_proxy", "socks5://proxy:1080");
        desk.kubeconfig(Desk.config("prod", "https://prod", "{}"));
        assertThat(desk.mistakes()).singleElement().asString().startsWith("https_proxy: \"https_proxy\" is a socks5 proxy");
        desk.kubeconfig(Desk.config("prod", "https://prod", "{}").replace("{server", "{proxy-url: \"http://other:1\", server"));
        assertThat(desk.access().server().proxy().map(Proxy::uri).map(Object::toString)).contains("http://other:1");
    }
}
