package meshadvisor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import meshadvisor.catalog.Reads.Form;
import meshadvisor.cluster.ApiFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One list in pages, whatever happens in between: no object twice, and none lost. */
class ListingTest {

    private static final int PODS = 1_200;

    private ApiServer server;
    private Api api;
    private Listing listing;
    private final List<String> taken = new ArrayList<>();

    @BeforeEach
    void many_pods() throws IOException {
        server = ApiServer.http().serves("", "v1", "pods", "Pod");
        for (int i = 0; i < PODS; i++) {
            server.object("pods", ApiServer.pod("pod-" + i, ""));
        }
        HttpClient.Factory clients = new JdkHttpClientFactory();
        Api.Terms terms = new Api.Terms(Duration.ofSeconds(20), Deadline.in(Duration.ofSeconds(30)), Live.SHORT);
        api = new Api(clients.newBuilder().build(), URI.create(server.address()), terms, ProxyWay.NONE);
        listing = new Listing(api, "/api/v1/pods", Api.JSON, Projection.pruning(Form.WITH_STATUS));
    }

    @AfterEach
    void the_server_ends() {
        api.close();
        server.close();
    }

    private void read() throws ApiFailure {
        listing.read(object -> taken.add(object.root().at("metadata", "name").text()));
    }

    private static Fault gone(String token) {
        return exchange -> Fault.json(exchange, 410, "{\"kind\":\"Status\",\"metadata\":{" + token
                + "},\"message\":\"The provided continue parameter is too old\",\"reason\":\"Expired\",\"code\":410}");
    }

    @Test
    void ten_pages_are_ten_requests() throws ApiFailure {
        server.pagesOf(PODS / 10);
        read();
        assertThat(taken).hasSize(PODS).doesNotHaveDuplicates();
        assertThat(server.seen()).hasSize(10);
        assertThat(api.requests()).isEqualTo(10);
    }

    @Test
    void a_place_that_is_too_old_goes_on_where_the_server_says() throws ApiFailure {
        server.fault(gone("\"continue\":\"499\"").after(500).times(1));
        read();
        assertThat(taken).hasSize(PODS).doesNotHaveDuplicates();
        assertThat(server.seen()).hasSize(4);
    }

    @Test
    void a_place_that_is_too_old_without_another_begins_the_list_again() throws ApiFailure {
        server.fault(gone("").after(1_000).times(1));
        read();
        assertThat(taken).hasSize(PODS).doesNotHaveDuplicates();
        assertThat(server.seen()).hasSize(6);
    }

    @Test
    void a_list_that_is_always_too_old_ends_with_what_was_seen() {
        server.fault(gone("").after(500));
        ApiFailure failure = catchThrowableOfType(ApiFailure.class, this::read);
        assertThat(failure.kind()).isEqualTo(Kind.GONE);
        assertThat(taken).hasSize(500).doesNotHaveDuplicates();
        assertThat(server.seen()).hasSizeLessThan(10);
    }

    @Test
    void of_a_page_with_one_object_that_is_no_json_only_that_one_is_left_out() throws ApiFailure {
        spoil(700, "{\"metadata\":{\"name\":\"bad\"},\"spec\":{]}}");
        read();
        assertThat(taken).hasSize(PODS).doesNotHaveDuplicates().doesNotContain("bad");
        assertThat(listing.leftOut()).singleElement().asString().contains("one object, because", "no valid JSON after");
        assertThat(server.seen()).hasSizeLessThan(35);
    }

    @Test
    void the_last_object_of_all_may_be_the_one_that_is_no_json() throws ApiFailure {
        server.object("pods", "{\"metadata\":nonsense}");
        read();
        assertThat(taken).hasSize(PODS);
        assertThat(listing.leftOut()).hasSize(1);
    }

    @Test
    void an_object_with_more_values_than_one_may_have_is_left_out_by_name_and_the_rest_is_read() throws ApiFailure {
        spoil(700, "{\"metadata\":{\"name\":\"huge\",\"namespace\":\"shop\"},\"spec\":{\"x\":["
                + String.join(",", Collections.nCopies(200_001, "1")) + "]}}");
        read();
        assertThat(taken).hasSize(PODS).doesNotHaveDuplicates();
        assertThat(listing.leftOut()).containsExactly("shop/huge has too many values");
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void a_list_that_never_comes_to_its_end_is_not_read_for_ever() {
        server.fault(
                exchange -> Fault.json(exchange, 200, "{\"metadata\":{\"continue\":\"7\"},\"items\":[" + ApiServer.pod("a", "") + "]}"));
        ApiFailure failure = catchThrowableOfType(ApiFailure.class, this::read);
        assertThat(failure.what()).contains("the list does not end");
        assertThat(taken).containsExactly("a");
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void an_answer_that_is_no_list_at_all_is_told_as_such() {
        server.fault(exchange -> Fault.json(exchange, 200, "[1, 2]"));
        ApiFailure failure = catchThrowableOfType(ApiFailure.class, this::read);
        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure.what()).contains("the answer to /api/v1/pods is broken", "no list of objects");
        assertThat(server.seen()).hasSizeLessThan(20);
    }

    /** Puts a text in the place before an object, so that the list has one object more. */
    private void spoil(int before, String text) {
        server.fault(exchange -> Fault.json(exchange, 200, "{\"kind\":\"PodList\",\"metadata\":{"
                + next(exchange) + "},\"items\":[" + items(exchange, before, text) + "]}"));
    }

    private static int number(HttpExchange exchange, String name) {
        return Integer.parseInt(ApiServer.query(exchange).getOrDefault(name, "0"));
    }

    private static String next(HttpExchange exchange) {
        int to = number(exchange, "continue") + number(exchange, "limit");
        return to < PODS + 1 ? "\"continue\":\"" + to + "\"" : "";
    }

    private static String items(HttpExchange exchange, int before, String text) {
        List<String> items = new ArrayList<>();
        int from = number(exchange, "continue");
        for (int i = from; i < Math.min(PODS + 1, from + number(exchange, "limit")); i++) {
            items.add(i == before ? text : ApiServer.pod("pod-" + (i < before ? i : i - 1), ""));
        }
        return String.join(",", items);
    }
}
