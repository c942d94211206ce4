package meshadvisor.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of serve. */
class ServeCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void every_mistake_is_told_at_once() {
        int code = serve("--service-time", "2x", "--response-size", "big", "--error-rate", "3", "--fan-out", "0", "--key", "x", "--next",
                "ftp://a", "--threads", "none", "--bad", "--protocol", "smtp", "--wait", "long", "--timeout", "0s", "--next-protocol",
                "h3");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).allMatch(line -> line.startsWith("load-generator serve: ") || line.startsWith("Run '"))
                .anyMatch(line -> line.contains("unknown option --bad")).anyMatch(line -> line.contains("--port is missing"))
                .anyMatch(line -> line.contains("--service-time: \"2x\"")).anyMatch(line -> line.contains("--response-size: \"big\""))
                .anyMatch(line -> line.contains("--error-rate: \"3\" is not a share from 0 to 1"))
                .anyMatch(line -> line.contains("--fan-out: 0 is not from 1 to 1000"))
                .anyMatch(line -> line.contains("--next: \"ftp://a\"")).anyMatch(line -> line.contains("--threads: \"none\""))
                .anyMatch(line -> line.contains("--key needs --cert")).anyMatch(line -> line.contains("--protocol: \"smtp\""))
                .anyMatch(line -> line.contains("--wait: \"long\"")).anyMatch(line -> line.contains("--timeout:"))
                .anyMatch(line -> line.contains("--next-protocol: \"h3\"")).hasSize(14);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port 65536                            | --port: 65536 is not from 0 to 65535
            --port 0 --listen 256.1.1.1             | --listen: "256.1.1.1" is no address
            --port 0 --cert a                       | --cert needs --key
            --port 0 --client-ca a                  | --client-ca needs --cert
            --port 0 --cert nowhere --key nowhere   | nowhere: there is no such file
            --port 0 --fan-out 2                    | --fan-out is of no use without --next
            --port 0 --error-rate NaN               | --error-rate: "NaN" is not a share
            --port 0 --error-rate some              | --error-rate: "some" is not a share
            --port 0 --protocol tcp --error-rate 1  | --protocol tcp gives back what it gets
            --port 0 --next http://a:80:80/         | --next: "http://a:80:80/" is not like
            --port 0 --next http://nobody.invalid/  | --next: no address is known for nobody.invalid
            --port 0 --next http://169.254.169.254/ | --next: 169.254.169.254 is 169.254.169.254, which is a service of the platform
            --port 0 --next http://[fd00:ec2::254]/ | --next: [fd00:ec2::254] is fd00:ec2:0:0:0:0:0:254, which is neither loopback nor
            --port 0 --allow nowhere                | --allow: nowhere cannot be read: there is no such file
            --port 0 extra                          | unknown argument extra
            """)
    void a_mistake_is_a_sentence(String line, String sentence) {
        assertThat(serve(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("load-generator serve: " + sentence);
    }

    @Test
    void others_are_called_only_by_leave() throws IOException {
        var allow = Files.writeString(folder.resolve("allow"), "10.0.0.2\n");
        assertThat(serve("--port", "none", "--i-may-load", "10.0.0.1", "--allow", allow.toString(), "--next", "http://10.0.0.1/", "--next",
                "http://10.0.0.2:8080/", "--next", "http://10.0.0.3/", "--next", "http://10.0.0.4/", "--next", "http://[::1]/", "--next",
                "http://localhost/")).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.contains("--next: "))).hasSize(2)
                .anyMatch(
                        line -> line.contains("--next: 10.0.0.3 is 10.0.0.3, which is neither loopback nor link-local; if you may load it"))
                .anyMatch(line -> line.endsWith("say --i-may-load 10.0.0.4"));
    }

    @Test
    void a_file_that_is_no_text_is_told() throws IOException {
        var allow = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(serve("--port", "0", "--allow", allow.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--allow: " + allow + " cannot be read: it is not text");
    }

    @Test
    void a_port_that_is_taken_is_told() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(serve("--port", Integer.toString(taken.getLocalPort()))).isEqualTo(2);
            assertThat(err.toString()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
        }
    }

    @Test
    void it_says_where_it_listens_and_serves_until_it_is_told_to_end() throws Exception {
        var pipe = new PipedReader();
        var out = new PrintWriter(new PipedWriter(pipe));
        var running = new FutureTask<>(
                () -> Main.run(new String[] {"serve", "--port", "0", "--response-size", "12"}, out, new PrintWriter(err)));
        Thread thread = Thread.ofPlatform().start(running);
        try (var lines = new BufferedReader(pipe)) {
            String line = lines.readLine();
            assertThat(line).matches("listening on 127\\.0\\.0\\.1:\\d+");
            var connection =
                    (HttpURLConnection) URI.create("http://" + line.substring("listening on ".length()) + "/").toURL().openConnection();
            assertThat(connection.getInputStream().readAllBytes()).hasSize(12);
            thread.interrupt();
            assertThat(running.get()).isEqualTo(130);
        }
        // whoever still drives load at a server that is gone may meet this one at its port, so there may be more than ours
        assertThat(err.toString()).containsPattern("^\\{\"requests\":[1-9][0-9]*,\"errors\":0,");
    }

    private int serve(String... options) {
        var line = new String[options.length + 1];
        line[0] = "serve";
        System.arraycopy(options, 0, line, 1, options.length);
        return Main.run(line, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    }
}
