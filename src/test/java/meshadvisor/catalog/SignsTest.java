package meshadvisor.catalog;

import static meshadvisor.catalog.Knowledge.CATALOGUE;
import static meshadvisor.catalog.Knowledge.service;
import static meshadvisor.catalog.Knowledge.world;
import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.signal.ClusterSignals;
import meshadvisor.signal.Languages;
import meshadvisor.signal.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What variables, arguments, annotations and images tell of telemetry and languages. */
class SignsTest {

    @Test
    void telemetry_says_on_or_off_only() {
        assertThat(CATALOGUE.telemetry().stream().map(Sign::says)).containsOnly("on", "off");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OTEL_EXPORTER_OTLP_ENDPOINT | http://collector:4317  | yes
            OTEL_TRACES_EXPORTER        | otlp                   | yes
            OTEL_TRACES_EXPORTER        | none                   | no
            OTEL_SDK_DISABLED           | TRUE                   | no
            OTEL_SDK_DISABLED           | false                  | unknown
            JAEGER_AGENT_HOST           | jaeger                 | yes
            JAEGER_DISABLED             | true                   | no
            SPRING_ZIPKIN_BASE_URL      | http://zipkin:9411     | yes
            SPRING_ZIPKIN_ENABLED       | false                  | no
            DD_TRACE_ENABLED            | false                  | no
            DD_AGENT_HOST               | 10.0.0.1               | yes
            ENABLE_TRACING              | 1                      | yes
            ENABLE_TRACING              | 0                      | no
            DISABLE_TRACING             | 1                      | no
            COLLECTOR_SERVICE_ADDR      | collector:4317         | yes
            JAVA_OPTS                   | -Xmx1g -javaagent:/otel/opentelemetry-javaagent.jar | yes
            JAVA_OPTS                   | -Dspring.zipkin.enabled=false | no
            JAVA_OPTS                   | -Xmx1g                 | unknown
            SENTRY_DSN                  | https://x@sentry/1     | unknown
            LOG_LEVEL                   | debug                  | unknown
            """)
    void a_variable_tells_whether_telemetry_is_on(String name, String value, String telemetry) {
        assertThat(telemetry(world(variable(name, value)))).isEqualTo(telemetry);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prometheus.io/scrape: 'true'                        | yes
            prometheus.io/scrape: 'false'                       | unknown
            instrumentation.opentelemetry.io/inject-java: 'true' | yes
            sidecar.jaegertracing.io/inject: 'true'             | yes
            ad.datadoghq.com/main.checks: '{}'                  | yes
            ad.datadoghq.com/main.logs: '[]'                    | unknown
            """)
    void an_annotation_tells_whether_telemetry_is_on(String annotation, String telemetry) {
        assertThat(telemetry(world(service("annotations: {%s}".formatted(annotation), "- {name: main, image: example/cart}"))))
                .isEqualTo(telemetry);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JAVA_TOOL_OPTIONS      | -XX:MaxRAMPercentage=75   | Java
            SPRING_PROFILES_ACTIVE | prod                      | Java
            OPTS                   | -Xmx512m                  | Java
            NODE_ENV               | production                | Node.js
            PYTHONUNBUFFERED       | 1                         | Python
            FLASK_APP              | shop                      | Python
            ASPNETCORE_URLS        | http://+:80               | .NET
            RAILS_ENV              | production                | Ruby
            GOMAXPROCS             | 2                         | Go
            RUST_LOG               | info                      | Rust
            MIX_ENV                | prod                      | Elixir
            """)
    void a_variable_tells_the_language(String name, String value, String language) {
        assertThat(Languages.of(world(variable(name, value))).keySet()).containsExactly(language);
    }

    @ParameterizedTest
    @CsvSource({"NODE_NAME, worker-1", "ROLE, node", "RECOMMENDER_ADDR, python-recommender:8080", "JAVA_BACKEND_URL, http://reviews-java",
            "MODE, go", "ROCKETCHAT_URL, http://rocket", "GO_SERVICE, stock:80"})
    void a_variable_that_only_sounds_like_a_language_tells_none(String name, String value) {
        assertThat(Languages.of(world(variable(name, value))).keySet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [java, -jar, /app/cart.jar]           | Java
            [node, dist/main.js]                  | Node.js
            [npm, run, start]                     | Node.js
            [python3, -m, shop]                   | Python
            [gunicorn, 'shop:app']                | Python
            [dotnet, Cart.dll]                    | .NET
            [bundle, exec, puma]                  | Ruby
            [php-fpm, -F]                         | PHP
            [sh, -c, 'exec node server.js']       | Node.js
            [sh, -c, 'exec java $OPTS -jar a.jar'] | Java
            [sh, -c, 'sleep 5; python app.py']    | Python
            [sh, -c, 'echo node is up']           | ''
            [./server, --addr, ':80']             | ''
            """)
    void a_command_tells_the_language(String command, String language) {
        assertThat(String.join(" ", Languages.of(world(service("", "- {name: main, image: example/cart, command: %s}".formatted(command))))
                .keySet())).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eclipse-temurin:21-jre", "openjdk:17", "registry.example/mirror/tomcat9:1", "registry.example/cart-jre17:1"})
    void an_image_tells_the_language(String image) {
        assertThat(Languages.of(world(service("", "- {name: main, image: '%s'}".formatted(image)))).keySet()).containsExactly("Java");
    }

    private static String variable(String name, String value) {
        return service("", "- {name: main, image: example/cart, env: [{name: %s, value: '%s'}]}".formatted(name, value));
    }

    private static String telemetry(World world) {
        return new ClusterSignals(world).of("telemetry").words();
    }
}
