package meshadvisor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.model.Answers;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.signal.code.Coded;
import meshadvisor.signal.code.Coded.Coverage;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole systems of the shapes that real ones have: what their code says moves the answers, and their traps stay silent. */
class SystemsTest {

    private static final String JAVA = "package shop;\n\nclass App {}\n";

    @TempDir
    Path folder;

    static String service(String name, String image) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec: {containers: [{name: main, image: "%2$s"}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s}
                spec:
                  selector: {app: %1$s}
                  ports: [{name: http, port: 8080}]
                ---
                """.formatted(name, image);
    }

    static String services(String prefix, String... names) {
        return Stream.of(names).map(n -> service(n, "example.org/" + prefix + n + ":1")).collect(Collectors.joining());
    }

    static String pom(String name, String... dependencies) {
        return "<project><artifactId>" + name + "</artifactId><dependencies>" + Stream.of(dependencies).map(d -> d.split(":"))
                .map(d -> "<dependency><groupId>" + d[0] + "</groupId><artifactId>" + d[1] + "</artifactId></dependency>")
                .collect(Collectors.joining()) + "</dependencies></project>";
    }

    private void write(Map<String, String> files) {
        files.forEach((path, text) -> Fixture.write(folder.resolve(path), text));
    }

    private Report report(String manifests) {
        return Scan.of(manifests).withCode(folder).judged();
    }

    static AnswerCode answer(Report report, String need) {
        return report.advice().needs().stream().filter(n -> n.need().id().equals(need)).map(NeedAnswer::code).findFirst().orElseThrow();
    }

    static List<String> evidence(Report report, String need) {
        return report.advice().needs().stream().filter(n -> n.need().id().equals(need)).flatMap(n -> n.evidence().stream())
                .map(Object::toString).toList();
    }

    static List<String> found(Report report, String rule) {
        return report.findings().stream().filter(f -> f.code().equals(rule)).map(Finding::object).map(o -> o.name()).sorted().toList();
    }

    static Map<String, Coverage> coverage(Report report) {
        return report.seen().code().services().stream().collect(Collectors.toMap(Coded::name, Coded::coverage));
    }

    @Test
    void a_library_at_the_only_caller_answers_resilience_and_excluded_ones_count_for_nothing() {
        String ribbon = "<project><artifactId>vets</artifactId><dependencies><dependency><groupId>com.wavefront</groupId>"
                + "<artifactId>wavefront-spring-boot-starter</artifactId><exclusions><exclusion>"
                + "<groupId>org.springframework.cloud</groupId><artifactId>spring-cloud-starter-netflix-ribbon</artifactId>"
                + "</exclusion></exclusions></dependency></dependencies></project>";
        write(Map.of("pom.xml", "<project><artifactId>parent</artifactId></project>",
                "petclinic-api-gateway/pom.xml",
                pom("api-gateway", "org.springframework.cloud:spring-cloud-starter-circuitbreaker-reactor-resilience4j",
                        "io.micrometer:micrometer-registry-prometheus", "org.springframework.boot:spring-boot-starter-webflux"),
                "petclinic-api-gateway/src/main/java/Gateway.java", """
                        class Gateway {
                            Gateway(ReactiveCircuitBreakerFactory breakers, WebClient.Builder clients) {}
                        }
                        """, "petclinic-vets-service/pom.xml", ribbon, "petclinic-vets-service/src/main/java/Vets.java", JAVA));

        Report report = report(services("clinic-", "api-gateway", "vets-service"));

        assertThat(coverage(report)).isEqualTo(Map.of("api-gateway", Coverage.FOUND, "vets-service", Coverage.FOUND));
        assertThat(answer(report, "resilience")).isEqualTo(AnswerCode.LIBRARY);
        assertThat(evidence(report, "resilience"))
                .anyMatch(e -> e.contains("api-gateway uses Resilience4j") && e.contains("Gateway.java:2"));
        assertThat(answer(report, "l7-observability")).isEqualTo(AnswerCode.SUFFICIENT);
        assertThat(found(report, "MA094")).isEmpty();
        assertThat(report.seen().languages().get("Java")).hasSize(2);
    }

    @Test
    void many_clients_without_timeouts_no_telemetry_and_hosts_in_the_code() {
        write(Map.of("pom.xml", pom("parent", "org.springframework.boot:spring-boot-starter-actuator"),
                "ts-common/pom.xml", pom("ts-common", "org.springframework.boot:spring-boot-starter-web"),
                "ts-common/src/main/java/Common.java", "class Common { RestTemplate client() { return new RestTemplate(); } }\n",
                "ts-order-service/pom.xml", pom("ts-order-service", "org.services:ts-common"),
                "ts-order-service/src/main/java/Orders.java", """
                        class Orders {
                            String station() {
                                return restTemplate.getForObject(getServiceUrl("ts-station-service") + "/api", String.class);
                            }
                        }
                        """,
                "ts-station-service/pom.xml", pom("ts-station-service", "org.services:ts-common"),
                "ts-station-service/src/main/java/Stations.java", JAVA));

        Report report = report(services("ts/", "ts-order-service", "ts-station-service"));

        assertThat(found(report, "MA090")).containsExactly("ts-order-service", "ts-station-service");
        assertThat(answer(report, "l7-observability")).isEqualTo(AnswerCode.OPENTELEMETRY);
        assertThat(report.seen().calls()).extracting(c -> c.from() + " " + c.to()).containsExactly("ts-order-service ts-station-service");
        assertThat(report.seen().calls().getFirst().evidence().place().file()).endsWith("Orders.java");
        assertThat(found(report, "MA092")).isEmpty();
    }

    @Test
    void services_of_one_module_are_told_apart_by_the_names_of_their_images() {
        write(Map.of("go.mod", """
                module github.com/x/emojivoto
                require (
                	contrib.go.opencensus.io/exporter/ocagent v0.6.0
                	go.opencensus.io v0.24.0
                	google.golang.org/grpc v1.50.0
                )
                """, "emojivoto-web/cmd/server.go", """
                package main
                func main() {
                	oc, err := ocagent.NewExporter()
                	conn, err := grpc.Dial(addr, grpc.WithStatsHandler(&ocgrpc.ClientHandler{}))
                }
                """, "emojivoto-voting-svc/cmd/server.go",
                "package main\nfunc main() {\n\toc, err := ocagent.NewExporter()\n\ts := grpc.NewServer()\n}\n"));

        Report report =
                report(service("web-svc", "docker.l5d.io/b/emojivoto-web:v12") + service("voting-svc", "b/emojivoto-voting-svc:v12"));

        assertThat(coverage(report)).isEqualTo(Map.of("web-svc", Coverage.FOUND, "voting-svc", Coverage.FOUND));
        assertThat(answer(report, "l7-observability")).isEqualTo(AnswerCode.SUFFICIENT);
        assertThat(found(report, "MA090")).containsExactly("web-svc");
    }

    @Test
    void what_brings_a_library_indirectly_is_no_telemetry_and_what_a_manifest_switches_off_is_off() {
        write(Map.of("src/shipping/go.mod", "module shipping\n\nrequire (\n\tgo.opentelemetry.io/otel v1.38.0 // indirect\n)\n",
                "src/shipping/main.go", "package main\n\nfunc main() {}\n",
                "src/email/requirements.txt", "opentelemetry-distro==0.50b0\n", "src/email/server.py", "import grpc\n"));
        String off = service("email", "email:1").replace("image: \"email:1\"",
                "image: \"email:1\", env: [{name: DISABLE_TRACING, value: \"1\"}]");

        assertThat(answer(report(service("shipping", "shipping:1")), "l7-observability")).isEqualTo(AnswerCode.OPENTELEMETRY);
        assertThat(answer(report(service("email", "email:1")), "l7-observability")).isEqualTo(AnswerCode.SUFFICIENT);
        assertThat(answer(report(off), "l7-observability")).isEqualTo(AnswerCode.OPENTELEMETRY);
    }

    @Test
    void programs_of_one_build_file_and_thrift_behind_ports_by_number() {
        write(Map.of("CMakeLists.txt", "project(Social)\nfind_package(Jaeger)\n",
                "src/UserService/CMakeLists.txt", "target_link_libraries(\n  UserService\n  jaegertracing\n)\n",
                "src/UserService/UserService.cpp", "int main() {\n  TThreadedServer server(processor, socket);\n}\n"));

        Report report = report(
                service("user-service", "deathstarbench/social-network-microservices:latest").replace("name: http", "name: \"9090\""));

        assertThat(coverage(report)).containsEntry("user-service", Coverage.FOUND);
        assertThat(answer(report, "l7-observability")).isEqualTo(AnswerCode.SUFFICIENT);
        assertThat(found(report, "MA064")).isEmpty();
    }

    @Test
    void code_that_is_missing_or_fits_twice_is_told_and_nothing_is_guessed() {
        write(Map.of("a/cart/app.py", "x = 1\n", "b/cart/app.py", "x = 1\n", "a/cart/requirements.txt", "flask\n",
                "b/cart/requirements.txt", "flask\n"));

        Report report = report(services("", "cart", "prices"));

        assertThat(coverage(report)).isEqualTo(Map.of("cart", Coverage.NOT_FOUND, "prices", Coverage.NOT_FOUND));
        assertThat(report.gaps()).extracting(g -> g.id() + ": " + g.what()).contains("source-not-found: the code of cart",
                "source-not-found: the code of prices");
        assertThat(report.gaps()).anyMatch(g -> g.why().contains("several folders fit"));
        assertThat(answer(report, "resilience")).isEqualTo(AnswerCode.ASK);
    }

    @Test
    void what_people_say_of_the_code_counts_more_than_that_it_is_here() {
        write(Map.of("cart/app.py", "x = 1\n", "cart/requirements.txt", "flask\n"));
        Scan scan = Scan.of(services("", "cart")).withCode(folder);
        assertThat(answer(scan.judged(), "resilience")).isEqualTo(AnswerCode.LIBRARY);
        Answers fixed = Answers.NONE.withFact("code-changeable", "no");
        assertThat(answer(scan.with(fixed).judged(), "resilience")).isEqualTo(AnswerCode.EDGE_GATEWAY);
        Answers open = Answers.NONE.withFact("code-changeable", "unknown");
        assertThat(answer(scan.with(open).judged(), "resilience")).isEqualTo(AnswerCode.ASK);
    }

    @Test
    void skaffold_and_compose_say_whose_image_a_folder_is() {
        write(Map.of("skaffold.yaml", "build:\n  artifacts:\n  - {image: shop/basket, context: services/one}\n",
                "docker-compose.yml", "services:\n  rates:\n    image: shop/rates:1\n    build: {context: ./services/two}\n",
                "services/one/app.py", "x = 1\n", "services/two/app.js", "x = 1;\n"));

        Report report = report(service("cart", "example.org/shop/basket:1") + service("prices", "shop/rates:1"));

        assertThat(report.seen().code().services()).extracting(c -> c.name() + " " + c.languages())
                .containsExactly("cart [Python]", "prices [Node]");
    }
}
