package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import meshadvisor.model.Workload;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.rule.Condition;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Severity;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Application;
import meshadvisor.signal.Telemetry;

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
    private static final Set<String> CONDITIONS =
            Set.of("tool", "splits", "http-namespace", "tls", "plaintext", "guarded", "ingress", "route", "delivery", "versions",
                    "mark", "label-mark", "annotation-mark", "called", "called-tls", "stated", "unjudged");

    /** Whether a hole tells two ways apart. */
    static boolean condition(String hole) {
        return CONDITIONS.contains(hole) || hole.startsWith(Holes.BY);
    }

    /** Behind a question of which no answer changes the advice by itself. */
    private static final String TOGETHER = " (No answer to it alone changes the advice; together with others it may.)";

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
            case SERVICE -> applications().map(holes()::service).toList();
            case CALLED -> applications().map(holes()::service).filter(s -> s.containsKey("callers")).toList();
            case UNCALLED -> uncalled();
            case UNSEEN -> switchover().unseen().stream().map(holes()::service).toList();
            case UNGUARDED -> applications().filter(a -> ground.calling(a).isEmpty() && ground.guards(a).isEmpty()).map(holes()::service)
                    .toList();
            case ENTERED -> applications().flatMap(a -> entrances().of(a).stream()).toList();
            case LIMITED -> entrances().limited();
            case INGRESS -> applications().flatMap(a -> entrances().of(a).stream()).filter(e -> e.containsKey("ingress")).toList();
            case EDGE_ROUTE -> applications().flatMap(a -> entrances().of(a).stream()).filter(e -> e.containsKey("route")).toList();
            case CALLING -> applications().flatMap(this::calling).toList();
            case HTTP_NAMESPACE -> applications().filter(ground::http).map(a -> ground.namespace(a.namespace())).distinct().sorted()
                    .map(n -> named("namespace", n)).toList();
            case STRICT_SETTING -> ground.world().snapshot().policies().mtls().stream()
                    .filter(s -> s.by().equals(path.mesh()) && s.mode() == MtlsSetting.Mode.STRICT).map(s -> holes().object(s.meta().key()))
                    .distinct().toList();
            case REFUSING_POLICY -> ground.world().snapshot().policies().identity().stream().filter(this::refuses)
                    .map(p -> holes().object(p.meta().key())).distinct().toList();
            case ERROR -> findings(Severity.ERROR);
            case WRONG -> new Wrong(ground).all();
            case IDLE -> new Idle(ground, path).once();
            case CONFIGURED -> new Idle(ground, path).configured();
            case WARNING -> findings(Severity.WARNING);
            case QUESTION -> questions(ground).stream().map(q -> named("question", q)).toList();
            case SWITCHING -> switchover().switching();
            case WAITING -> switchover().waiting();
            case STAYING -> switchover().staying();
            case CLOSING -> switchover().closing().stream().map(holes()::service).toList();
            case CHOSEN -> new ChosenToday(ground).all();
            case UNROUTED -> applications().filter(a -> !ground.routed(a)).map(holes()::service).toList();
            case ROUTED -> applications().filter(ground::routed).map(holes()::service).toList();
            case OTHER -> others(ground, path).stream().filter(w -> RESTARTED.contains(w.kind())).map(this::other).toList();
            case OTHER_JOB -> others(ground, path).stream().filter(w -> !RESTARTED.contains(w.kind())).map(holes()::other).toList();
            case IN_MANIFEST -> inManifest();
            case MARKED_NAMESPACE -> ground.world().marked(path.mesh()).stream().map(ground::namespace)
                    .filter(n -> !ground.namespaces().contains(n)).map(n -> named("namespace", n)).toList();
            case REMAINING -> once(Stream.of(Each.OTHER, Each.OTHER_JOB, Each.IN_MANIFEST, Each.MARKED_NAMESPACE)
                    .anyMatch(e -> !of(e).isEmpty()));
            case PLAINTEXT_NAMESPACE -> new Plaintext(ground, path).namespaces().map(n -> named("namespace", n)).toList();
            case BY_HEADER -> once(needed("need-split-header"));
            case BY_WEIGHT -> once(needed("need-split-weight"));
            case IN_USE -> inUse();
            case SILENT ->
                    Telemetry.silent(ground.world()).stream().filter(applications().toList()::contains).map(holes()::service).toList();
            case SPARE -> applications().filter(a -> a.workloads().stream().mapToInt(Workload::replicas).sum() >= SPARE_FROM)
                    .map(holes()::service).toList();
        };
    }

    private Holes holes() {
        return new Holes(ground);
    }

    private Entrances entrances() {
        return new Entrances(ground);
    }

    private Switchover switchover() {
        return new Switchover(ground, applications().toList(), before.stream().flatMap(t -> t.applications().stream()).toList());
    }

    /** Workloads that take part in the mesh of a way and belong to no application service. */
    static List<Workload> others(Ground ground, PathPattern path) {
        Set<ObjectKey> counted = ground.world().applications().counted().stream().flatMap(a -> a.workloads().stream())
                .map(w -> w.meta().key()).collect(Collectors.toSet());
        return ground.world().takingPart(path.mesh()).stream().filter(w -> !counted.contains(w.meta().key())).toList();
    }

    private List<Map<String, Object>> inManifest() {
        Set<ObjectKey> here = applications().flatMap(a -> a.workloads().stream()).map(w -> w.meta().key()).collect(Collectors.toSet());
        return ground.world().takingPart(path.mesh()).stream()
                .filter(w -> ground.world().proxyInManifest(w) && (whole || here.contains(w.meta().key()))).map(holes()::other).toList();
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
        String names = applications().filter(a -> ground.calling(a).isEmpty()).map(ground::label).collect(Collectors.joining(", "));
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
        List<String> open = ground.advice().needs().stream().filter(n -> n.code() == AnswerCode.ASK && n.active(dataPlane))
                .flatMap(n -> n.gaps().stream()).map(Gap::what).toList();
        return Stream.concat(ground.advice().questions().stream()
                .map(q -> q.question().ask() + (q.alone() || open.contains(q.question().ask()) ? "" : TOGETHER)), open.stream())
                .distinct().toList();
    }

    private static List<Map<String, Object>> once(boolean there) {
        return there ? List.of(Map.of()) : List.of();
    }

    private boolean needed(String need) {
        return ground.truth(new Condition.Is(need, true)) == Truth.YES;
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
            Map<String, Object> one = Holes.workload(w);
            one.put("namespace", ground.namespace(application.namespace()));
            one.put("service", application.name());
            Holes.encrypted(application, one);
            one.putAll(Holes.marks(w, path));
            return one;
        });
    }

    private Map<String, Object> other(Workload workload) {
        return Fill.both(holes().other(workload), Holes.marks(workload, path));
    }

    private boolean refuses(IdentityPolicy policy) {
        boolean identities = policy.rules().stream().anyMatch(r -> !r.identities().isEmpty());
        boolean not = policy.rules().stream().anyMatch(r -> !r.notIdentities().isEmpty());
        return policy.by().equals(path.mesh()) && (policy.action() == IdentityPolicy.Action.ALLOW ? identities || policy.rules().isEmpty()
                : policy.action() == IdentityPolicy.Action.DENY && not);
    }

    /** Findings of the whole system belong to stages of the whole system. */
    private List<Map<String, Object>> findings(Severity severity) {
        Set<ObjectKey> here = targets.stream().flatMap(t -> t.applications().stream()).flatMap(a -> a.workloads().stream())
                .map(w -> w.meta().key()).collect(Collectors.toSet());
        return ground.findings().stream().filter(f -> f.severity() == severity && f.applies() == Rule.Applies.NOW)
                .filter(f -> whole || here.contains(f.object()))
                .map(f -> Map.<String, Object>of("finding", f.code() + " " + f.object() + ": " + f.message(), "code", f.code())).toList();
    }
}
