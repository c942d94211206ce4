package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.AnswerCode;
import meshadvisor.model.Gap;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.Meta;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Reference;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Severity;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Application;

/**
 * For each of what an action is done: the holes of each.
 *
 * @param targets none for all that there is
 * @param whole whether it is about the whole system, so that what concerns no workload belongs to it, too
 * @param before who has moved before
 */
record Items(Ground ground, PathPattern path, List<Target> targets, boolean whole, List<Target> before) {

    /** Of those before whom nobody has moved. */
    Items(Ground ground, PathPattern path, List<Target> targets, boolean whole) {
        this(ground, path, targets, whole, List.of());
    }

    /** Of everything that a way is for. */
    static Items all(Ground ground, PathPattern path, List<List<Target>> waves) {
        return new Items(ground, path, waves.stream().flatMap(List::stream).toList(), true);
    }

    /** Holes of a service that tell two ways apart; where nothing stands for them nothing is unknown. */
    static final Set<String> CONDITIONS = Set.of("tool", "splits", "http-namespace");

    /** Pods of which one can be left out for a while. */
    private static final int SPARE_FROM = 3;

    /** Kinds for which kubectl can restart a rollout. */
    static final Set<String> RESTARTED = Set.of("Deployment", "StatefulSet", "DaemonSet");

    List<Map<String, Object>> of(Each each) {
        return switch (each) {
            case ONCE -> List.of(Map.of());
            case NAMESPACE -> namespaces().map(n -> named("namespace", n)).toList();
            case KIND -> kinds();
            case WORKLOAD -> applications().flatMap(this::workloads).distinct().toList();
            case SERVICE -> applications().map(this::service).toList();
            case CALLED -> applications().map(this::service).filter(s -> s.containsKey("callers")).toList();
            case UNCALLED -> uncalled();
            case CALLING -> applications().flatMap(this::calling).toList();
            case HTTP_NAMESPACE -> applications().filter(ground::http).map(a -> ground.namespace(a.namespace())).distinct().sorted()
                    .map(n -> named("namespace", n)).toList();
            case STRICT_SETTING -> ground.world().snapshot().policies().mtls().stream()
                    .filter(s -> s.by().equals(path.mesh()) && s.mode() == MtlsSetting.Mode.STRICT).map(s -> object(s.meta().key()))
                    .distinct().toList();
            case REFUSING_POLICY -> ground.world().snapshot().policies().identity().stream().filter(this::refuses)
                    .map(p -> object(p.meta().key())).distinct().toList();
            case ERROR -> findings(Severity.ERROR);
            case WARNING -> findings(Severity.WARNING);
            case QUESTION -> questions(ground).stream().map(q -> named("question", q)).toList();
            case SWITCHING -> switching();
            case CLOSING -> closing();
            case CHOSEN -> chosen();
            case UNROUTED -> applications().filter(a -> !ground.routed(a)).map(this::service).toList();
            case ROUTED -> applications().filter(ground::routed).map(this::service).toList();
            case OTHER -> others(ground, path).stream().filter(w -> RESTARTED.contains(w.kind())).map(this::other).toList();
            case OTHER_JOB -> others(ground, path).stream().filter(w -> !RESTARTED.contains(w.kind())).map(this::other).toList();
            case IN_MANIFEST -> inManifest();
            case MARKED_NAMESPACE -> ground.world().marked(path.mesh()).stream().map(ground::namespace)
                    .filter(n -> !ground.namespaces().contains(n)).map(n -> named("namespace", n)).toList();
            case IN_USE -> inUse();
            case SPARE -> applications().filter(a -> a.workloads().stream().mapToInt(Workload::replicas).sum() >= SPARE_FROM)
                    .map(this::service).toList();
        };
    }

    /** Workloads that take part in the mesh of a way and belong to no application service. */
    static List<Workload> others(Ground ground, PathPattern path) {
        Set<ObjectKey> counted = ground.world().applications().counted().stream().flatMap(a -> a.workloads().stream())
                .map(w -> w.meta().key()).collect(Collectors.toSet());
        return ground.world().takingPart(path.mesh()).stream().filter(w -> !counted.contains(w.meta().key())).toList();
    }

    private Map<String, Object> other(Workload workload) {
        Map<String, Object> one = workload(workload);
        one.put("namespace", ground.namespace(workload.meta().namespace()));
        return one;
    }

    private List<Map<String, Object>> inManifest() {
        Set<ObjectKey> here = applications().flatMap(a -> a.workloads().stream()).map(w -> w.meta().key()).collect(Collectors.toSet());
        return ground.world().takingPart(path.mesh()).stream()
                .filter(w -> ground.world().proxyInManifest(w) && (whole || here.contains(w.meta().key()))).map(this::other).toList();
    }

    /** By what it becomes: all objects of which the same is said are one. */
    private List<Map<String, Object>> inUse() {
        Map<PathPattern.Equivalent, Set<String>> objects = new LinkedHashMap<>();
        ground.world().snapshot().definitions().stream().map(Meta::key).forEach(key -> path.leaving().stream().filter(e -> e.of(key))
                .findFirst().ifPresent(e -> objects.computeIfAbsent(e, k -> new TreeSet<>())
                        .add(ground.namespace(key.namespace()) + "/" + key.name())));
        List<Map<String, Object>> all = new ArrayList<>();
        objects.forEach((equivalent, names) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("object", equivalent.kind() + " " + String.join(", ", names));
            one.put("becomes", equivalent.becomes().isEmpty() ? "nothing takes its place" : equivalent.becomes());
            one.put("lost", equivalent.lost().isEmpty() ? "nothing" : equivalent.lost());
            all.add(one);
        });
        return all;
    }

    /** All of them in one. */
    private List<Map<String, Object>> uncalled() {
        String names = applications().filter(a -> callers(a).isEmpty()).map(ground::label).collect(Collectors.joining(", "));
        return names.isEmpty() ? List.of() : List.of(named("uncalled", names));
    }

    private Stream<Map<String, Object>> calling(Application application) {
        String called = ground.callees(Ground.End.of(application)).stream().map(Ground.End::name).distinct().sorted()
                .collect(Collectors.joining(", "));
        return called.isEmpty() ? Stream.of()
                : Stream.of(
                        Map.of("namespace", ground.namespace(application.namespace()), "service", application.name(), "called", called));
    }

    /** What only people can answer: what could change the advice, and what an answer is open for. */
    static List<String> questions(Ground ground) {
        Truth dataPlane = Truth.of(!ground.world().running().isEmpty());
        return Stream.concat(ground.advice().questions().stream().map(q -> q.question().ask()),
                ground.advice().needs().stream().filter(n -> n.code() == AnswerCode.ASK && n.active(dataPlane))
                        .flatMap(n -> n.gaps().stream()).map(Gap::what))
                .distinct().toList();
    }

    /** Calls of which both ends have moved, and one of them just now. */
    private List<Map<String, Object>> switching() {
        Set<Ground.End> here = ends(applications());
        Set<Ground.End> moved = moved();
        Map<Ground.End, Set<String>> called = new LinkedHashMap<>();
        ground.calls().stream().filter(c -> moved.contains(c.from()) && moved.contains(c.to()))
                .filter(c -> here.contains(c.from()) || here.contains(c.to()))
                .forEach(c -> called.computeIfAbsent(c.from(), k -> new TreeSet<>()).add(c.to().name()));
        List<Map<String, Object>> all = new ArrayList<>();
        called.forEach((from, to) -> all.add(Map.of("namespace", ground.namespace(from.namespace()), "service", from.name(), "called",
                String.join(", ", to))));
        return all;
    }

    private List<Map<String, Object>> closing() {
        Set<Ground.End> here = ends(applications());
        Set<Ground.End> moved = moved();
        return Stream.concat(applications(), before.stream().flatMap(t -> t.applications().stream())).filter(a -> {
            Ground.End me = Ground.End.of(a);
            Set<Ground.End> ends = ground.calls().stream().filter(c -> c.to().equals(me)).map(Ground.Call::from)
                    .collect(Collectors.toSet());
            return moved.containsAll(ends) && (here.contains(me) || ends.stream().anyMatch(here::contains));
        }).map(this::service).toList();
    }

    private Set<Ground.End> moved() {
        return ends(Stream.concat(applications(), before.stream().flatMap(t -> t.applications().stream())));
    }

    private static Set<Ground.End> ends(Stream<Application> applications) {
        return applications.map(Ground.End::of).collect(Collectors.toSet());
    }

    /** What sends requests with a header to another service, where header, both services and the port are known. */
    private List<Map<String, Object>> chosen() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Use use : ground.world().snapshot().uses()) {
            Optional<String> header = use.from().annotations().values().stream().filter(v -> v.place().equals(use.evidence().place()))
                    .map(Text::value).findFirst();
            List<String> own = services(use, true);
            List<String> others = services(use, false).stream().filter(s -> !own.contains(s)).toList();
            if (use.capability().equals("split-header") && header.isPresent() && own.size() == 1 && others.size() == 1) {
                Map<String, Object> one = new LinkedHashMap<>(Map.of("namespace", ground.namespace(use.from().namespace()), "object",
                        use.from().key().toString(), "header", header.get(), "chosen", own.getFirst(), "service", others.getFirst()));
                ground.world().snapshot().running().services().stream()
                        .filter(s -> s.meta().name().equals(others.getFirst()) && s.meta().namespace().equals(use.from().namespace()))
                        .flatMap(s -> s.ports().stream()).filter(p -> p.number() > 0).findFirst().ifPresent(p -> port(p, one));
                all.add(one);
            }
        }
        return all;
    }

    /** Services to which the object of a use sends requests, or to which others of its kind in its namespace do. */
    private List<String> services(Use use, boolean own) {
        return ground.world().snapshot().traffic().references().stream().filter(r -> r.kind() == Reference.Kind.SERVICE)
                .filter(r -> r.from().key().kind().equals(use.from().key().kind()))
                .filter(r -> r.from().namespace().equals(use.from().namespace()))
                .filter(r -> r.from().key().equals(use.from().key()) == own).map(Reference::name).distinct().sorted().toList();
    }

    private static Map<String, Object> named(String name, Object value) {
        return Map.of(name, value);
    }

    private Stream<String> namespaces() {
        return targets.isEmpty() ? ground.namespaces().stream() : targets.stream().flatMap(t -> t.namespaces().stream()).distinct();
    }

    private Stream<Application> applications() {
        return targets.isEmpty() ? ground.world().applications().counted().stream()
                : targets.stream().flatMap(t -> t.applications().stream());
    }

    private List<Map<String, Object>> kinds() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        applications().forEach(a -> a.workloads().stream().map(Workload::kind).filter(RESTARTED::contains)
                .forEach(k -> kinds.computeIfAbsent(ground.namespace(a.namespace()), n -> new TreeSet<>()).add(k)));
        List<Map<String, Object>> all = new ArrayList<>();
        kinds.forEach((n, each) -> each.forEach(k -> all.add(Map.of("namespace", n, "kind", k.toLowerCase(Locale.ROOT)))));
        return all;
    }

    private Stream<Map<String, Object>> workloads(Application application) {
        return application.workloads().stream().filter(w -> RESTARTED.contains(w.kind())).map(w -> {
            Map<String, Object> one = workload(w);
            one.put("namespace", ground.namespace(application.namespace()));
            one.put("service", application.name());
            return one;
        });
    }

    private static Map<String, Object> workload(Workload workload) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", workload.kind().toLowerCase(Locale.ROOT));
        one.put("workload-kind", workload.kind());
        one.put("name", workload.meta().name());
        one.put("workload", workload.kind().toLowerCase(Locale.ROOT) + "/" + workload.meta().name());
        one.put("replicas", workload.replicas());
        return one;
    }

    private Map<String, Object> service(Application application) {
        Map<String, Object> one = who(application);
        application.workloads().stream().filter(w -> RESTARTED.contains(w.kind())).findFirst().ifPresent(w -> one.putAll(workload(w)));
        application.service().ifPresent(s -> s.ports().stream().filter(p -> p.number() > 0).findFirst().ifPresent(p -> port(p, one)));
        if (!ground.releasedBy(application).isEmpty()) {
            one.put("tool", ground.releasedBy(application));
        } else if (!ground.splitBy(application).isEmpty()) {
            one.put("splits", ground.splitBy(application));
        }
        if (ground.amongHttp(application)) {
            one.put("http-namespace", ground.namespace(application.namespace()));
        }
        List<Map<String, Object>> callers = callers(application);
        if (!callers.isEmpty()) {
            one.put("callers", callers);
        }
        return one;
    }

    private static void port(Service.Port port, Map<String, Object> one) {
        one.put("port", port.number());
        Object target = port.target().isEmpty() ? port.number() : number(port.target());
        one.put("target-port", target);
        one.put("pod-port", String.valueOf(target)); // some kinds take a port as text only
    }

    private static Object number(String target) {
        return target.matches("\\d{1,5}") ? Integer.valueOf(target) : target;
    }

    private Map<String, Object> who(Application application) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("namespace", ground.namespace(application.namespace()));
        one.put("service", application.name());
        application.service().filter(s -> !s.selector().isEmpty()).ifPresent(s -> one.put("selector", s.selector()));
        application.workloads().stream().map(w -> w.pod().serviceAccount()).findFirst()
                .ifPresent(a -> one.put("account", a.isEmpty() ? "default" : a));
        return one;
    }

    private List<Map<String, Object>> callers(Application application) {
        return ground.calling(application).stream().map(this::who).toList();
    }

    private boolean refuses(IdentityPolicy policy) {
        boolean identities = policy.rules().stream().anyMatch(r -> !r.identities().isEmpty());
        boolean not = policy.rules().stream().anyMatch(r -> !r.notIdentities().isEmpty());
        return policy.by().equals(path.mesh()) && (policy.action() == IdentityPolicy.Action.ALLOW ? identities || policy.rules().isEmpty()
                : policy.action() == IdentityPolicy.Action.DENY && not);
    }

    private Map<String, Object> object(ObjectKey key) {
        return Map.of("namespace", ground.namespace(key.namespace()), "name", key.name(), "object-kind",
                key.kind().toLowerCase(Locale.ROOT));
    }

    private List<Map<String, Object>> findings(Severity severity) {
        return ground.findings().stream().filter(f -> f.severity() == severity && f.applies() == Rule.Applies.NOW).filter(this::here)
                .map(f -> Map.<String, Object>of("finding", f.code() + " " + f.object() + ": " + f.message(), "code", f.code())).toList();
    }

    /** Findings of the whole system belong to stages of the whole system. */
    private boolean here(Finding finding) {
        return whole || targets.stream().flatMap(t -> t.applications().stream()).anyMatch(a -> a.workloads().stream()
                .anyMatch(w -> w.meta().key().equals(finding.object())));
    }
}
