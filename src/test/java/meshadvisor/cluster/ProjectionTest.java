package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import meshadvisor.catalog.Reads.Form;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

    private static JsonObject read(String json, Form form) throws Exception {
        return JsonReader.object(new ByteArrayInputStream(json.getBytes(UTF_8)), Projection.pruning(form));
    }

    private static String written(JsonObject object) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonWriter out = new JsonWriter(text)) {
            out.node(object.root());
        }
        return text.toString(UTF_8);
    }

    private static String kept(String json) throws Exception {
        return written(Projection.discreet(read(json, Form.WITH_STATUS)));
    }

    private static String container(String fields) {
        return "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\"," + fields + "}]}}}}";
    }

    @Test
    void bookkeeping_of_the_server_is_not_kept_whatever_the_form() throws Exception {
        String object = """
                {"metadata":{"name":"a","managedFields":[{"manager":"x"}],"uid":"1","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}",
                "linkerd.io/inject":"enabled"}},"status":{"phase":"Running"}}""";
        assertThat(written(read(object, Form.WITH_STATUS))).isEqualTo(
                "{\"metadata\":{\"name\":\"a\",\"annotations\":{\"linkerd.io/inject\":\"enabled\"}},\"status\":{\"phase\":\"Running\"}}");
        assertThat(written(read(object, Form.USUAL))).doesNotContain("managedFields", "last-applied");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "env":[{"name":"DB_PASSWORD","value":"hunter2"}]
            "env":[{"name":"ACCESS_KEY","value":"hunter2"}]
            "env":[{"name":"DB_URL","value":"postgres://joe:hunter2@db:5432/x"}]
            "args":["--token=hunter2"]
            "args":["--db-password","hunter2"]
            "command":["run","--api-key","hunter2"]
            "args":["http://joe:hunter2@proxy:80"]
            "args":["http://joe:a/b@hunter2@proxy:80/x"]
            "env":[{"name":"DB_PASS","value":"hunter2"}]
            "env":[{"name":"DB_PWD","value":"hunter2"}]
            "env":[{"name":"ENCRYPTION_KEY","value":"hunter2"}]
            "env":[{"name":"JDBC","value":"jdbc:postgresql://db:5432/x?user=a&password=hunter2&ssl=true"}]
            "env":[{"name":"QUEUE","value":"Endpoint=sb://q;SharedAccessKeyName=a;SharedAccessKey=hunter2;x=y"}]
            "args":["-Djavax.net.ssl.keyStorePassword=hunter2"]
            "command":["sh","-c","export A=1; PGPASSWORD=hunter2 psql"]
            "args":["--user=joe:hunter2"]
            "args":["curl -H 'Authorization: Bearer hunter2xyz' http://x"]
            "httpGet":{"path":"/","httpHeaders":[{"name":"Authorization","value":"Basic hunter2"}]}
            "values":{"adminPassword":"hunter2","auth":{"password":"hunter2"}}
            "parameters":[{"name":"adminPassword","value":"hunter2"}]
            "values":"a: b\\nadminPassword: hunter2\\nc: d"
            "headers":{"request":{"set":{"authorization":"Basic hunter2"}}}
            "headers":{"api-key":"hunter2"}
            "bearerToken":"hunter2"
            "annotations":{"acme.com/token":"hunter2"}
            "note":"{\\"password\\": \\"hunter2\\", \\"x\\": 1}"
            """)
    void a_secret_in_a_variable_a_flag_or_an_address_is_not_kept(String fields) throws Exception {
        assertThat(kept(container(fields))).doesNotContain("hunter2").contains("(not kept)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "env":[{"name":"CART_ADDR","value":"http://cart:80"}]
            "env":[{"name":"TOKEN","valueFrom":{"secretKeyRef":{"name":"a","key":"b"}}}]
            "args":["--port","80"]
            "args":["--token-file","--port=80"]
            "env":[{"name":"TOKEN_SERVICE_URL","value":"http://tokens.auth:8080/issue"}]
            "tls":{"mode":"SIMPLE","credentialName":"web-cert"}
            "imagePullSecrets":[{"name":"registry"}]
            "automountServiceAccountToken":true
            "matchExpressions":[{"key":"app","operator":"In","values":["cart"]}]
            "image":"istio/proxyv2:1.29.0"
            "annotations":{"sidecar.istio.io/inject":"true","prometheus.io/port":"9090"}
            """)
    void what_is_no_secret_is_kept_as_it_is(String fields) throws Exception {
        assertThat(kept(container(fields))).isEqualTo(container(fields));
    }

    @Test
    void applied_twice_it_changes_nothing_more() throws Exception {
        JsonObject once = Projection.discreet(read(
                container(
                        """
                "env":[{"name":"SECRET","value":"hunter2"},{"name":"U","value":"http://a:b@c"}],"args":["--token","x","--password=y","-v"]"""),
                Form.WITH_STATUS));
        assertThat(written(Projection.discreet(once))).isEqualTo(written(once));
    }

    @Test
    void a_text_longer_than_anything_that_is_looked_for_is_cut() throws Exception {
        assertThat(kept(container("\"env\":[{\"name\":\"A\",\"value\":\"" + "x".repeat(100_000) + "\"}]"))).hasSizeLessThan(5_000);
    }
}
