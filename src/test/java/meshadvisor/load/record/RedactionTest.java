package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret of a command line is kept with a result, and nothing else is lost. */
class RedactionTest {

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer s3cret", "cookie:a=s3cret; b=s3cret", "X-Api-Key: s3cret", "x-auth-token: s3cret",
            "Proxy-Authorization: Basic s3cret==", "X-Session-Id: s3cret", "Set-Cookie: s3cret", "X-Tenant: s3cret", "auth:s3cret",
            "x-accept: s3cret", "Referer: http://h/?a=s3cret", "X-Two: s3cret\r\nand s3cret"})
    void the_value_of_a_secret_header_is_not_kept(String header) {
        String name = header.substring(0, header.indexOf(':') + 1);
        for (List<String> command : List.of(List.of("--header", header), List.of("--header=" + header), List.of("-H", header))) {
            String kept = String.join(" ", Redaction.of(command));
            assertThat(kept).contains(name).endsWith(Redaction.HIDDEN).doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://me:s3cret@host:8080/a           | http://(not kept)@host:8080/a
            https://host/a?x=1&api_key=s3cret&y=2  | https://host/a?x=(not kept)&api_key=(not kept)&y=(not kept)
            https://host/a?access_token=s3cret#weight=3 | https://host/a?access_token=(not kept)#weight=3
            https://host/a?q=s3cret;flag           | https://host/a?q=(not kept)
            https://host/a?flag&x=#weight=3        | https://host/a?flag&x=#weight=3
            -Djavax.net.ssl.keyStorePassword=s3cret | -Djavax.net.ssl.keyStorePassword=(not kept)
            --key=s3cret.pem                       | --key=(not kept)
            """)
    void what_is_secret_in_one_argument_is_not_kept(String argument, String kept) {
        assertThat(Redaction.of(List.of(argument))).containsExactly(kept);
    }

    @Test
    void everything_else_stays_as_it_was() {
        List<String> command =
                List.of("drive", "--rate", "1000", "--header", "Accept: text/plain; token=x", "--header=x-response-bytes: 4096", "-H",
                        "User-Agent: it/1.0 (+http://host/?a=b)", "-H", "x-request-id:7", "--cert",
                        "c.pem", "--cacert", "ca.pem", "http://host/key/token?page#weight=3", "-Xmx64m", "-Duser.language=de", "");
        assertThat(Redaction.of(command)).isEqualTo(command);
    }

    @Test
    void the_file_of_a_key_is_not_kept_and_redacting_again_changes_nothing() {
        List<String> once = Redaction.of(List.of("--key", "k.pem", "--header", "Authorization: a", "http://u:p@h/", "--key"));
        assertThat(once).containsExactly("--key", Redaction.HIDDEN, "--header", "Authorization: (not kept)", "http://(not kept)@h/",
                "--key");
        assertThat(Redaction.of(once)).isEqualTo(once);
    }
}
