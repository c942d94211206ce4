package meshadvisor.source;

import static meshadvisor.source.SystemsTest.answer;
import static meshadvisor.source.SystemsTest.coverage;
import static meshadvisor.source.SystemsTest.evidence;
import static meshadvisor.source.SystemsTest.found;
import static meshadvisor.source.SystemsTest.pom;
import static meshadvisor.source.SystemsTest.service;
import static meshadvisor.source.SystemsTest.services;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import meshadvisor.advice.AnswerCode;
import meshadvisor.model.Answers;
import meshadvisor.report.Report;
import meshadvisor.signal.code.Coded.Coverage;
import meshadvisor.signal.code.Effort;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems in several languages whose build files look as if they had what their code does not do, and the reverse. */
class MixedSystemsTest {

    @TempDir
    Path folder;

    private void write(Map<String, String> files) {
        files.forEach((path, text) -> Fixture.write(folder.resolve(path), text));
    }

    private Report report(String manifests) {
        return Scan.of(manifests).withCode(folder).judged();
    }

    @Test
    void retries_around_a_database_are_no_retries_of_calls_and_agents_are_telemetry() {
        String agent = "{\"dependencies\": {\"express\": \"4\", \"@instana/collector\": \"1\", \"prom-client\": \"11\"}}";
        write(Map.of("cart/package.json", agent, "cart/server.js", "const app = express();\n",
                "catalogue/package.json", agent, "catalogue/server.js", "const app = express();\n",
                "payment/requirements.txt", "opentracing\ninstana\nprometheus_client\npika\n",
                "payment/payment.py", "import pika\n\nconnection = pika.BlockingConnection()\n",
                "shipping/pom.xml", pom("shipping", "org.springframework.retry:spring-retry", "com.instana:instana-java-sdk"),
                "shipping/src/main/java/RetryableDataSource.java", """
                        class RetryableDataSource extends AbstractDataSource {
                            @Retryable(maxAttempts = 10)
                            public Connection getConnection() {
                                return delegate.getConnection();
                            }
                        }
                        """, "ratings/composer.json", "{\"require\": {\"instana/instana-php-sdk\": \"^1.10\"}}",
                "ratings/index.php", "<?php\necho 1;\n"));

        Report report = report(services("rs-", "cart", "catalogue", "payment", "shipping", "ratings"));

        assertThat(found(report, "MA092")).containsExactly("shipping");
        assertThat(found(report, "MA055")).isEmpty();
        assertThat(answer(report, "l7-observability")).isEqualTo(AnswerCode.SUFFICIENT);
        assertThat(answer(report, "resilience")).isEqualTo(AnswerCode.LIBRARY);
        assertThat(evidence(report, "resilience")).anyMatch(e -> e.contains("shipping uses Spring Retry around a database only"));
        assertThat(report.seen().languages().keySet()).containsExactly("Java", "Node", "PHP", "Python");
    }

    @Test
    void timeouts_in_code_are_seen_in_three_languages_and_a_transitive_pin_is_no_retry() {
        write(Map.of("productpage/requirements.txt", """
                flask==3.1
                opentelemetry-instrumentation-flask==0.53b1
                prometheus-client==0.21.1
                requests==2.32.3
                urllib3==2.7.0
                """, "productpage/productpage.py", """
                import requests
                from prometheus_client import Counter

                app = Flask(__name__)
                HITS = Counter("hits", "Hits")

                def reviews(headers):
                    for _ in range(2):
                        try:
                            return requests.get("http://reviews:9080/", headers=headers, timeout=3.0)
                        except requests.Timeout:
                            pass
                """, "reviews/build.gradle",
                "dependencies {\n  providedCompile 'javax:javaee-api:7.0'\n  implementation 'javax:javaee-api:7.0'\n}\n",
                "reviews/src/main/java/Rest.java", """
                        @Path("/")
                        class Rest {
                            Response ratings() {
                                ClientBuilder cb = ClientBuilder.newBuilder();
                                cb.property("com.ibm.ws.jaxrs.client.connection.timeout", 2500);
                                return cb.build().target("http://ratings:9080").request().get();
                            }
                        }
                        """, "details/Gemfile", "source 'https://rubygems.org'\ngem 'webrick'\n",
                "details/details.rb", "server = WEBrick::HTTPServer.new(:Port => 9080)\nhttp = Net::HTTP.new('books.example', 443)\n",
                "ratings/package.json", "{\"dependencies\": {\"mongodb\": \"3\"}}",
                "ratings/ratings.js", "const server = http.createServer(handle);\n"));

        Report report = report(services("bookinfo-", "productpage", "reviews", "details", "ratings"));

        assertThat(coverage(report).values()).containsOnly(Coverage.FOUND);
        assertThat(found(report, "MA090")).isEmpty();
        assertThat(found(report, "MA050")).isEmpty();
        assertThat(found(report, "MA092")).isEmpty();
        assertThat(answer(report, "l7-observability")).isEqualTo(AnswerCode.OPENTELEMETRY);
        assertThat(report.seen().calls()).extracting(c -> c.from() + " " + c.to()).contains("productpage reviews", "reviews ratings");
        Effort effort = report.seen().code().efforts().stream().filter(e -> e.need().equals("resilience")).findFirst().orElseThrow();
        assertThat(effort.rows()).extracting(r -> r.language() + " " + r.services()).contains("Java [reviews]", "Python [productpage]");
        assertThat(effort.done()).containsExactly("ratings");
    }

    @Test
    void a_third_of_the_services_in_each_of_two_languages_and_tracing_in_all() {
        String python = """
                [project]
                name = "%s"
                dependencies = ["flask", "requests", "urllib3>=2.6.3", "opentelemetry-sdk>=1.39", "opentelemetry-exporter-gcp-trace"]
                """;
        String traced = "import requests\ntrace.set_tracer_provider(TracerProvider())\nrequests.get(url, timeout=BACKEND_TIMEOUT)\n";
        String java =
                pom("%s", "org.springframework.cloud:spring-cloud-gcp-starter-trace", "io.micrometer:micrometer-registry-stackdriver");
        write(Map.of("src/frontend/pyproject.toml", python.formatted("frontend"), "src/frontend/frontend.py", traced,
                "src/contacts/pyproject.toml", python.formatted("contacts"), "src/contacts/contacts.py", traced,
                "src/ledgerwriter/pom.xml", java.formatted("ledgerwriter"), "src/ledgerwriter/src/main/java/Writer.java",
                "class Writer {}\n",
                "src/balancereader/pom.xml", java.formatted("balancereader"), "src/balancereader/src/main/java/R.java", "class R {}\n"));

        Report report = report(services("bank-", "frontend", "contacts", "ledgerwriter", "balancereader"));

        assertThat(answer(report, "l7-observability")).isEqualTo(AnswerCode.SUFFICIENT);
        assertThat(found(report, "MA090")).isEmpty();
        assertThat(evidence(report, "resilience")).noneMatch(e -> e.contains("urllib3"));
        assertThat(report.seen().languages().get("Java")).hasSize(2);
        assertThat(report.seen().languages().get("Python")).hasSize(2);
    }

    private static final String MUTUAL = """
            package main
            func main() {
            	config := &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert}
            }
            """;
    private static final String ONE_SIDED = "package main\nfunc main() {\n\thttp.ListenAndServeTLS(\":8443\", cert, key, nil)\n}\n";

    private void go(String name, String code) {
        write(Map.of(name + "/go.mod", "module " + name + "\n", name + "/main.go", code));
    }

    @Test
    void mutual_tls_of_every_service_answers_the_need_and_one_without_is_evidence_against() {
        go("cart", MUTUAL);
        go("prices", MUTUAL);
        String both = service("cart", "cart:1") + service("prices", "prices:1");
        assertThat(answer(report(both), "mtls")).isEqualTo(AnswerCode.EXISTING_ENCRYPTION);
        assertThat(evidence(report(both), "mtls"))
                .anyMatch(e -> e.startsWith("2 of 2 application services show mutual TLS in their code"))
                .anyMatch(e -> e.contains("main.go:3"));

        go("prices", ONE_SIDED);
        assertThat(answer(report(both), "mtls")).isEqualTo(AnswerCode.CERT_MANAGER);
        assertThat(evidence(report(both), "mtls"))
                .anyMatch(e -> e.startsWith("1 of 2 application services show mutual TLS")
                        && e.contains("nothing of it is in that of prices"))
                .anyMatch(e -> e.contains("prices speaks TLS with crypto/tls, and no certificate of a caller is asked for"));
    }

    @Test
    void where_only_missing_code_could_lack_mutual_tls_nobody_knows() {
        go("cart", MUTUAL);
        Report report = report(service("cart", "cart:1") + service("prices", "prices:1"));
        assertThat(answer(report, "mtls")).isEqualTo(AnswerCode.ASK);
        assertThat(evidence(report, "mtls")).noneMatch(e -> e.startsWith("1 of 2"));
    }

    @Test
    void a_client_that_checks_its_server_asks_no_caller_for_anything() {
        write(Map.of("cart/requirements.txt", "requests\n",
                "cart/app.py", "import ssl\ncontext.verify_mode = ssl.CERT_REQUIRED\ncontext.check_hostname = True\n"));
        assertThat(answer(report(service("cart", "cart:1")), "mtls")).isEqualTo(AnswerCode.CERT_MANAGER);
    }

    @Test
    void tokens_that_every_service_checks_answer_who_may_call_what() {
        String checks = "package main\nfunc main() {\n\tjwt.Parse(text, key)\n}\n";
        write(Map.of("cart/go.mod", "module cart\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.0\n", "cart/main.go", checks,
                "prices/go.mod", "module prices\n", "prices/main.go", "package main\n\nvar header = \"X-API-Key\"\n"));
        Scan scan = Scan.of(service("cart", "cart:1") + service("prices", "prices:1")).withCode(folder)
                .with(Answers.NONE.withFact("authorization-level", "identity"));
        assertThat(answer(scan.judged(), "authorization")).isEqualTo(AnswerCode.APP_AUTHZ);
        assertThat(evidence(scan.judged(), "authorization")).anyMatch(e -> e.contains("prices uses API keys by hand"));
        Fixture.write(folder.resolve("prices/main.go"), "package main\n");
        assertThat(evidence(scan.judged(), "authorization")).noneMatch(e -> e.contains("uses"));
    }
}
