package meshadvisor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import meshadvisor.cluster.ApiFailure.Kind;
import org.junit.jupiter.api.Test;

/** Failures that a test cannot bring about by a server of its own. */
class FailingTest {

    private static ApiFailure of(Throwable failure) {
        return Failing.of(new CompletionException(failure), URI.create("https://api.example/version"), Deadline.in(Duration.ofSeconds(7)));
    }

    @Test
    void a_connection_that_does_not_come_about_is_told_apart_from_an_answer_that_does_not() {
        assertThat(of(new HttpConnectTimeoutException("x")).what()).contains("no connection to api.example:443 came about", "firewall");
        assertThat(of(new HttpTimeoutException("x")).what()).contains("did not answer in full within 7 s (--timeout)");
    }

    @Test
    void a_client_certificate_that_the_server_does_not_take_is_told_apart_from_its_own() {
        ApiFailure failure = of(new SSLHandshakeException("Received fatal alert: bad_certificate"));
        assertThat(failure.kind()).isEqualTo(Kind.TLS);
        assertThat(failure.what()).contains("the server refused the handshake");
        assertThat(failure.remedy().orElse("")).contains("client-certificate");
    }

    @Test
    void a_connection_that_ends_in_the_handshake_may_pass() {
        assertThat(of(new SSLException("x", new EOFException("end"))).passing()).isTrue();
        assertThat(of(new SSLException("x")).passing()).isFalse();
    }

    @Test
    void what_has_no_words_is_named_by_its_kind() {
        assertThat(of(new IOException()).what()).isEqualTo("the connection to api.example:443 broke: IOException");
    }

    @Test
    void clocks_that_agree_and_dates_that_are_none_add_nothing() {
        assertThat(Clocks.difference("")).isEmpty();
        assertThat(Clocks.difference("yesterday")).isEmpty();
        assertThat(Clocks.difference(DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)))).isEmpty();
        assertThat(Clocks.difference("Wed, 01 Jan 2020 00:00:00 GMT")).contains("2020-01-01T00:00:00Z there");
    }
}
