package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    /** Each as {@code host:port}, with a question mark if it may be something else. */
    private static String found(String name, String value) {
        return Addresses.in(name, value).stream().map(a -> a.host() + ":" + a.port() + (a.clear() ? "" : "?"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CART_ADDR       | cart:7070                                   | cart:7070
            CART_URL        | http://cart:80/api?to=orders                | cart:80
            CART_URL        | https://Cart.Shop.svc.cluster.local/x       | cart.shop.svc.cluster.local:0
            CART            | cart:7070                                   | cart:7070?
            CART_HOST       | cart                                        | cart:0
            NAME            | cart                                        | ''
            NAME            | cart.shop.svc                               | cart.shop.svc:0
            NAME            | cart.shop                                   | ''
            ANY             | postgres://user:p@ss@db:5432/shop           | db:5432
            ANY             | jdbc:mysql://mysql:3306/shop                | mysql:3306
            ANY             | jdbc:oracle:thin:@db:1521/x                 | db:1521?
            ANY             | user:secret@tcp(mysql:3306)/shop            | mysql:3306?
            KAFKA_BROKERS   | kafka-0.kafka:9092,kafka-1.kafka:9092       | kafka-0.kafka:9092 kafka-1.kafka:9092
            HOSTS           | cart,orders                                 | cart:0 orders:0
            JAVA_OPTS       | -Xmx1g -Dredis.host=redis -Dname=redis      | redis:0
            IMAGE           | redis:7                                     | redis:7?
            IMAGE           | registry.example.org:5000/redis:7           | registry.example.org:5000?
            TIME            | 12:30:00 a:b:80 x:99999 -:80 :80 a_b:80     | ''
            SOME_URL        | cart:port                                   | ''
            SOME_URL        | see the cart and orders                     | see:0
            CONFIG          | {"cart":"http://cart:80","n":1}             | cart:80
            EMPTY_HOST      | ''                                          | ''
            """)
    void addresses_are_found_in_values(String name, String value, String addresses) {
        assertThat(found(name, value)).isEqualTo(addresses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HOST", "CART_ADDR", "cart.url", "--cart-url", "cartHost", "REDIS_HOSTS", "DB_ADDRESS", "db_addresses", "API_URI_2",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", "EUREKA_SERVER", "CART_SERVICE"})
    void a_name_that_ends_so_means_an_address(String name) {
        assertThat(Addresses.isAddress(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OTEL_SERVICE_NAME", "SERVICE_TYPE", "HOST_IP", "URL_PREFIX", "-v", "curly", "NAME"})
    void other_names_do_not(String name) {
        assertThat(Addresses.isAddress(name)).isFalse();
    }

    @Test
    void a_long_text_is_no_address() {
        assertThat(found("CART_URL", "http://cart:80/" + "x".repeat(2_000))).isEmpty();
    }
}
