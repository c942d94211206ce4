package meshadvisor.format;

import static java.util.stream.IntStream.range;
import static meshadvisor.model.Observed.Encryption.ENCRYPTED_WITH_IDENTITY;
import static meshadvisor.model.Observed.Encryption.NO_DATA;
import static meshadvisor.model.Observed.Encryption.PLAINTEXT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Library;
import meshadvisor.files.FileQuery;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Answers;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Observed;
import meshadvisor.model.Place;
import meshadvisor.report.Assessment;
import meshadvisor.report.BenchFacts;
import meshadvisor.report.Report;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Severity;
import meshadvisor.rule.Suppressions;
import meshadvisor.support.BenchRuns;
import meshadvisor.support.Flows;
import meshadvisor.support.Scan;
import meshadvisor.tree.Limits;

/** Reports of whole assessments: from manifests, with the knowledge of this build. */
final class Reports {

    private static final Catalogue CATALOGUE = Catalogue.of(library());

    private static final String LINKERD = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
            """;

    private static final String CONFIGURATION = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: cart, namespace: shop}
            spec: {hosts: [cart], http: [{retries: {attempts: 3}, route: [{destination: {host: cart}}]}]}
            """;

    static final String RUNNING = """
            ---
            apiVersion: meshadvisor/v1
            kind: Cluster
            metadata: {name: shop-prod}
            spec: {serverVersion: v1.35.4, scope: all}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {eks.amazonaws.com/nodegroup: main}}
            status:
              allocatable: {cpu: "2", memory: 8Gi, pods: "29"}
              conditions: [{type: Ready, status: "True"}]
              nodeInfo: {operatingSystem: linux, architecture: amd64, kubeletVersion: v1.35.3-eks-abc, kernelVersion: 6.12.1}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: a0-7d9f-x
              namespace: shop
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a0-7d9f, controller: true}]
            spec:
              nodeName: n1
              containers: [{name: main, image: 'registry.example/a0:1.0.0'}, {name: istio-proxy, image: 'docker.io/istio/proxyv2:1.30.3'}]
            status: {phase: Running}
            """;

    /** Cases of every outcome, and some that strain the layout. */
    static final Map<String, Report> ALL = all();

    private Reports() {}

    private static Map<String, Report> all() {
        Map<String, Report> all = new LinkedHashMap<>();
        all.put("nothing at all", of("", Answers.NONE));
        all.put("40 services, nothing stated", shop(Answers.NONE));
        all.put("adopt", shop(needing("mtls", "split-weight")));
        all.put("undecided", shop(needing("resilience")));
        all.put("everything stated and two proposals", shop(needing("mtls", "split-weight", "split-header", "resilience",
                "l7-observability", "authorization", "rate-limit", "multi-cluster", "fashion"), "istio", "linkerd"));
        all.put("keep", of(LINKERD + services(12), needing("split-header")));
        all.put("reconsider", of(LINKERD + services(2), Answers.NONE));
        all.put("configuration only", of(CONFIGURATION + services(12), Answers.NONE));
        all.put("borderline", of(services(21), needing("mtls")));
        all.put("a running cluster", of(services(12) + RUNNING, needing("mtls")));
        all.put("measured, adopt", measured(shop(needing("mtls", "split-weight")), BenchRuns.usual()));
        all.put("measured in vain", measured(of(services(12) + RUNNING, needing("mtls")), BenchRuns.of(1).blocks(1).ended()));
        all.put("hostile", Hostile.report());
        all.put("traffic", observing(Flows.NONE.with("shop/web", "shop/cart", ENCRYPTED_WITH_IDENTITY, 12.345678)
                .with("", "shop/cart", PLAINTEXT, 0.0004).uncounted("shop/cart", "db", NO_DATA).observedWith("shop/web", "shop/cart")));
        all.put("hostile traffic",
                observing(range(0, 12).boxed().reduce(Flows.NONE, (flows, i) -> flows.with(Hostile.NAME + i, Hostile.NAME,
                        PLAINTEXT, i), (one, other) -> one).observedWith(Hostile.NAME, Hostile.NAME)));
        all.put("many findings", with(shop(Answers.NONE), many("shop/deploy.yaml")));
        all.put("long names", with(shop(Answers.NONE), many("a-very-long-folder-name/".repeat(9) + "deploy.yaml")));
        return all;
    }

    static Report measured(Report report, BenchRun run) {
        return report.with(List.of(BenchFacts.of(run, Analysis.of(run), report)));
    }

    /** Of so many services that need mutual TLS, each of which calls the next and has something wrong. */
    static Report many(int number) {
        String chained = Pattern.compile("/a(\\d+):1.0.0'}").matcher(services(number)).replaceAll(found -> "/a" + found.group(1)
                + ":1.0.0', env: [{name: NEXT_URL, value: 'http://a" + (Integer.parseInt(found.group(1)) + 1) % number + ":80'}]}");
        List<Finding> findings = range(0, number).mapToObj(i -> finding("MA0" + (10 + i % 5), Applies.NOW, new Place("shop.yaml", i + 1, 3),
                "a" + i)).toList();
        return with(of(chained, needing("mtls")), findings);
    }

    /** With findings of which a few say so much of what was seen that each of these takes pages. */
    static Report tall() {
        return with(shop(Answers.NONE), many("shop/deploy.yaml").stream().map(f -> f.object().name().matches("w(1|4|7|11|14)")
                ? new Finding(f.code(), f.rule(), f.severity(), f.applies(), f.object(), f.place(), f.message(), f.confidence(),
                        List.of(new Evidence("a container without a limit ".repeat(500).strip(), f.place())))
                : f).toList());
    }

    /** About a small shop whose traffic was seen. */
    private static Report observing(Observed observed) {
        return Assessment.of(Scan.of(services(3)).snapshot().with(observed, List.of()), CATALOGUE, Answers.NONE, Set.of(),
                new Suppressions(List.of()));
    }

    private static Library library() {
        try (var compiled = Reports.class.getResourceAsStream("/meshadvisor/catalogue")) {
            return Library.ofCompiled(compiled.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answers needing(String... needs) {
        return Set.of(needs).stream().reduce(Answers.NONE, (answers, need) -> answers.withNeed(need, "yes"), (one, other) -> one);
    }

    /** Of 40 services in several files, with most of what a report can hold. */
    static Report shop(Answers answers, String... consider) {
        return of("test/resources/format/shop", "", answers, Set.of(consider));
    }

    /** Of manifests in one text. */
    static Report of(String manifests, Answers answers) {
        return of("-", manifests, answers, Set.of());
    }

    private static Report of(String path, String manifests, Answers answers, Set<String> consider) {
        FileQuery query = new FileQuery(List.of(path), List.of(), List.of(), Limits.DEFAULT);
        ByteArrayInputStream input = new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8));
        return Assessment.of(Manifests.read(new Manifests.Source(query, ObjectFilter.ALL, input, "2026-09-17")).snapshot(), CATALOGUE,
                answers, consider, new Suppressions(List.of()));
    }

    static String services(int number) {
        return range(0, number).mapToObj(i -> """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: a%1$d, namespace: shop}
                spec:
                  selector: {matchLabels: {app: a%1$d}}
                  template:
                    metadata: {labels: {app: a%1$d}}
                    spec: {containers: [{name: main, image: 'registry.example/a%1$d:1.0.0'}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: a%1$d, namespace: shop}
                spec: {selector: {app: a%1$d}, ports: [{name: http, port: 80}]}
                """.formatted(i)).reduce("", String::concat);
    }

    /** A hundred findings of one rule, and one of each of thirty rules that matter only if a mesh is adopted. */
    private static List<Finding> many(String file) {
        List<Finding> findings = new ArrayList<>();
        range(0, 100).mapToObj(i -> finding("MA017", Applies.NOW, new Place(file, i + 1, 3), "w" + i)).forEach(findings::add);
        range(0, 30).mapToObj(i -> finding("MA1" + (10 + i), Applies.IF_ADOPTED, new Place(file, i + 1, 0), "x" + i))
                .forEach(findings::add);
        return findings;
    }

    private static Finding finding(String code, Applies applies, Place place, String name) {
        return new Finding(code, "rule-" + code, Severity.WARNING, applies, new ObjectKey("apps", "Deployment", "shop", name), place,
                "The proxy has no limit. Seen: no limit for " + name + " (" + place + ").", Confidence.MEDIUM,
                List.of(new Evidence("no limit for " + name, place)));
    }

    static Report with(Report report, List<Finding> findings) {
        return new Report(report.scope(), report.advice(), report.services(), report.workloads(), report.meshes(), report.seen(),
                report.running(), findings, report.suppressed(), report.notAssessed(), report.gaps(), report.traffic(),
                report.measured(), report.added(), report.cost(), report.prospect(), report.plan(), report.made(), report.thresholds(),
                report.wording());
    }

    static String written(Report report, Format format) {
        return written(report, format, Screen.PLAIN);
    }

    static String written(Report report, Format format, Screen screen) {
        StringWriter out = new StringWriter();
        try {
            format.writer(screen).write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
