package meshadvisor.plan.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Conduct;
import meshadvisor.model.Conduct.How;
import meshadvisor.model.Conduct.On;
import meshadvisor.model.Conduct.Test;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.book.Playbook;
import meshadvisor.plan.convert.Converter.Converted;
import meshadvisor.plan.convert.Requests.Request;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that were made up are converted, and the same requests go the same ways before and after, or the conversion has told why not. */
class SameRequestsTest {

    private static final int ROUTES = 150;
    private static final int REQUESTS = 120;
    private static final int MOST_RULES = 5;
    private static final Playbook BOOK = Playbook.of(Knowledge.LIBRARY);

    @ParameterizedTest
    @ValueSource(strings = {"istio-ambient", "linkerd", "cilium"})
    void requests_go_where_they_went_or_the_difference_is_told(String way) {
        ConversionPattern pattern = BOOK.conversions(BOOK.path(way).orElseThrow()).orElseThrow();
        Random random = new Random(20261128);
        int kept = 0;
        int repaired = 0;
        for (int i = 0; i < ROUTES; i++) {
            String manifests = route(random);
            ClusterSnapshot snapshot = Scan.of(manifests).snapshot();
            Conduct conduct = snapshot.traffic().conducts().getFirst();
            Converted converted = new Converter(snapshot, pattern, n -> n).of(conduct.meta().key());
            boolean told =
                    converted.remarks().stream().anyMatch(r -> r.says().contains("most specific one wins") || r.fate() == Remark.Fate.LOST);
            int wrong = 0;
            for (int j = 0; j < REQUESTS; j++) {
                Request request = Requests.some(random);
                Optional<String> was = Requests.byOrder(conduct, request);
                Optional<String> is = converted.written().stream().map(o -> (Map<?, ?>) o).filter(o -> "HTTPRoute".equals(o.get("kind")))
                        .flatMap(o -> Requests.bySpecificity(o, request, pattern).stream()).findFirst();
                if (!was.equals(is) && !letters(conduct, request)) {
                    wrong++;
                    assertThat(told).as("%s\nbecame %s\nwith %s,\nand %s went to %s, not to %s", manifests, converted.written(),
                            converted.remarks(),
                            request, is, was).isTrue();
                }
            }
            kept += told ? 0 : 1;
            repaired += !told && conditions(conduct) < matches(converted) ? 1 : 0;
            assertThat(wrong).as(manifests).isLessThan(REQUESTS);
        }
        assertThat(kept).as("routes of which nothing had to be told").isGreaterThan(ROUTES / 3);
        assertThat(repaired).as("routes whose order was kept by more conditions").isGreaterThan(ROUTES / 10);
    }

    /** Where a prefix of letters and one of path elements differ, which is told of each prefix. */
    private static boolean letters(Conduct conduct, Request request) {
        return conduct.rules().stream().flatMap(r -> r.conditions().stream()).flatMap(c -> c.tests().stream())
                .filter(t -> t.on() == On.PATH && t.how() == How.PREFIX).anyMatch(t -> differs(t, request.path()));
    }

    private static boolean differs(Test prefix, String path) {
        String element =
                prefix.value().length() > 1 && prefix.value().endsWith("/") ? prefix.value().substring(0, prefix.value().length() - 1)
                        : prefix.value();
        return path.startsWith(prefix.value()) != (element.equals("/") || (path + "/").startsWith(element + "/"));
    }

    private static int conditions(Conduct conduct) {
        return conduct.rules().stream().mapToInt(r -> Math.max(1, r.conditions().size())).sum();
    }

    private static int matches(Converted converted) {
        return converted.written().stream().map(o -> (Map<?, ?>) o).mapToInt(Requests::matches).sum();
    }

    private static String route(Random random) {
        int rules = 2 + random.nextInt(MOST_RULES - 1);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            boolean last = i == rules - 1 && random.nextInt(3) > 0;
            String matches = last ? "" : "match: ["
                    + String.join(", ", IntStream.rangeClosed(0, random.nextInt(2)).mapToObj(m -> match(random)).toList()) + "], ";
            all.add("{" + matches + "route: [{destination: {host: b" + i + "}}]}");
        }
        StringBuilder manifests =
                new StringBuilder("apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: r, namespace: n}\n"
                        + "spec: {hosts: [web], http: [" + String.join(", ", all) + "]}\n");
        IntStream.range(-1, MOST_RULES + 1).mapToObj(i -> i < 0 ? "web" : "b" + i)
                .forEach(s -> manifests.append("---\napiVersion: v1\nkind: Service\n"
                        + "metadata: {name: " + s + ", namespace: n}\nspec: {selector: {app: " + s
                        + "}, ports: [{name: http, port: 80}]}\n"));
        return manifests.toString();
    }

    private static String match(Random random) {
        List<String> tests = new ArrayList<>();
        String path = List.of("/", "/a", "/a/", "/a/b", "/ab", "/b").get(random.nextInt(6));
        switch (random.nextInt(8)) {
            case 0, 1 -> tests.add("uri: {exact: " + path + "}");
            case 2, 3, 4 -> tests.add("uri: {prefix: " + path + "}");
            case 5 -> tests.add("uri: {regex: \"" + List.of("/b/[0-9]+", "/a/.*", "/[ab]", "/c.*").get(random.nextInt(4)) + "\"}");
            default -> {
                // any path
            }
        }
        if (random.nextInt(3) == 0) {
            tests.add("method: {exact: " + List.of("GET", "POST").get(random.nextInt(2)) + "}");
        }
        if (random.nextInt(2) == 0) {
            tests.add("headers: {" + List.of("x", "y").get(random.nextInt(2)) + ": "
                    + List.of("{exact: \"1\"}", "{exact: \"2\"}", "{regex: \"[01]\"}")
                            .get(random.nextInt(3))
                    + "}");
        }
        if (random.nextInt(5) == 0) {
            tests.add("queryParams: {x: {exact: \"1\"}}");
        }
        return tests.isEmpty() ? "{uri: {prefix: /}}" : "{" + String.join(", ", tests) + "}";
    }
}
