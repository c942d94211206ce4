package meshadvisor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.Variant;
import meshadvisor.catalog.Catalogue;
import meshadvisor.plan.book.ActionPattern;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.Playbook;
import meshadvisor.plan.book.Scope;
import meshadvisor.plan.book.StagePattern;
import meshadvisor.plan.book.Weight.Trait;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import meshadvisor.signal.ClusterSignals;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the catalogue knows of plans fits together. */
class PlaybookTest {

    private static final Catalogue CATALOGUE = Knowledge.CATALOGUE;
    private static final Playbook BOOK = Playbook.of(CATALOGUE.library());
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)\\}");

    static PathPattern path(String of) {
        return BOOK.path(of).orElseThrow();
    }

    /** Names of the objects of a kind that some stages of a way write. */
    static Set<String> objects(String of, Set<String> stages, String kind) {
        Set<String> names = new TreeSet<>();
        BOOK.stages().stream().filter(s -> s.of().contains(of) && stages.contains(s.id())).flatMap(s -> actions(s).stream())
                .flatMap(a -> a.objects().stream()).filter(o -> o instanceof Map<?, ?> fields && kind.equals(fields.get("kind")))
                .forEach(o -> names.add(String.valueOf(((Map<?, ?>) ((Map<?, ?>) o).get("metadata")).get("name"))));
        return names;
    }

    @ParameterizedTest
    @EnumSource(AnswerCode.class)
    void every_answer_but_a_mesh_has_a_way_with_stages(AnswerCode code) {
        if (code != AnswerCode.MESH) {
            assertThat(BOOK.path(code.name()).map(p -> BOOK.stages(p, Journey.ADOPT))).hasValueSatisfying(s -> assertThat(s).isNotEmpty());
        }
    }

    @Test
    void every_variant_that_can_be_advised_has_a_way_in_and_stages_to_keep_it() {
        CATALOGUE.library().paths("meshes/", "/variants.yaml").stream()
                .flatMap(p -> CATALOGUE.library().readList(p, "variants", Variant.class).stream()).map(Variant::id)
                .forEach(id -> assertThat(BOOK.path(id)).as(id).hasValueSatisfying(path -> {
                    assertThat(BOOK.stages(path, Journey.ADOPT)).extracting(StagePattern::id).contains("prerequisites", "install", "health",
                            "break-glass-rehearsal", "load-test", "upgrade", "steady-state");
                    assertThat(BOOK.stages(path, Journey.KEEP)).extracting(StagePattern::id).contains("health", "break-glass-rehearsal",
                            "upgrade");
                    assertThat(path.glass()).isNotEmpty();
                    assertThat(path.versions()).isNotEmpty();
                }));
    }

    @Test
    void every_variant_has_a_stage_for_each_need_that_a_mesh_may_serve_and_a_way_out() {
        for (PathPattern path : BOOK.paths().stream().filter(p -> !p.mesh().isEmpty()).toList()) {
            assertThat(BOOK.stages(path, Journey.ADOPT)).as(path.of()).extracting(StagePattern::id).contains("first", "wave", "telemetry",
                    "routes", "resilience", "rate-limit", "authorization", "clusters", "tuning");
            assertThat(BOOK.stages(path, Journey.LEAVE)).as(path.of()).extracting(StagePattern::id).contains("leave");
        }
    }

    @Test
    void every_hole_has_something_that_may_fill_it() {
        for (StagePattern stage : BOOK.stages()) {
            Set<String> words = new TreeSet<>(Known.NAMES);
            BOOK.paths().stream().filter(p -> stage.of().contains(p.of())
                    || !p.mesh().isEmpty() && stage.of().contains(StagePattern.EVERY_MESH)).map(PathPattern::words)
                    .forEach(w -> words.addAll(w.keySet()));
            words.addAll(Set.of("wave", "waves", "targets", "pods"));
            for (ActionPattern action : actions(stage)) {
                Set<String> here = new TreeSet<>(words);
                here.addAll(names(action.each()));
                here.add("list");
                assertThat(here).as("stage %s: %s", stage.id(), action.says()).containsAll(holes(action.toString()));
            }
            Set<String> budgets = new TreeSet<>(words);
            budgets.addAll(Set.of("namespace", "namespace-pods", "namespace-left"));
            assertThat(budgets).as(stage.id()).containsAll(holes(stage.exit().toString()));
            assertThat(words).as(stage.id()).containsAll(holes(stage.title() + stage.goal() + stage.blast() + stage.decides()));
        }
    }

    private static List<ActionPattern> actions(StagePattern stage) {
        return Stream.of(stage.entry(), stage.steps(), stage.checks(), stage.rollback().steps()).flatMap(List::stream).toList();
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        HOLE.matcher(text).results().forEach(m -> holes.add(m.group(1)));
        return holes;
    }

    private static Set<String> names(Each each) {
        return switch (each) {
            case ONCE, IDLE, REMAINING, BY_HEADER, BY_WEIGHT -> Set.of();
            case NAMESPACE, HTTP_NAMESPACE, MARKED_NAMESPACE, PLAINTEXT_NAMESPACE -> Set.of("namespace");
            case KIND -> Set.of("namespace", "kind");
            case WORKLOAD ->
                    Set.of("namespace", "kind", "workload-kind", "name", "workload", "replicas", "service", "tls", "plaintext", "mark",
                            "label-mark", "annotation-mark");
            case SERVICE, UNROUTED, ROUTED, SPARE, CLOSING, UNSEEN, UNGUARDED, SILENT ->
                    Set.of("namespace", "kind", "workload-kind", "name", "workload", "replicas", "service", "port", "target-port",
                            "pod-port",
                            "selector", "account", "tool", "splits", "http-namespace", "tls", "plaintext", "guarded", "delivery",
                            "versions", "deployment", "by-flagger", "by-argo-rollouts", "unjudged");
            case CALLED -> Set.of("namespace", "kind", "workload-kind", "name", "workload", "replicas", "service", "port", "target-port",
                    "pod-port",
                    "selector", "account", "callers", "tool", "splits", "http-namespace", "tls", "plaintext", "guarded", "delivery",
                    "versions", "deployment");
            case WAITING -> Set.of("namespace", "service", "waits-for");
            case ENTERED -> Set.of("namespace", "service", "object", "at", "ingress", "route", "port");
            case INGRESS -> Set.of("namespace", "service", "object", "at", "ingress", "port");
            case EDGE_ROUTE -> Set.of("namespace", "service", "object", "at", "route", "port");
            case LIMITED -> Set.of("object", "at", "name", "object-kind");
            case CALLING, STAYING -> Set.of("namespace", "service", "called");
            case SWITCHING -> Set.of("namespace", "service", "called", "called-tls", "callees");
            case UNCALLED -> Set.of("uncalled");
            case STRICT_SETTING, REFUSING_POLICY -> Set.of("namespace", "name", "object-kind");
            case ERROR, WARNING -> Set.of("finding", "code");
            case WRONG -> Set.of("code", "rule", "object", "object-kind", "resource", "namespace", "name", "told", "remedy");
            case CONFIGURED -> Set.of("object", "object-kind", "resource", "namespace", "name", "stated");
            case QUESTION -> Set.of("question");
            case OTHER ->
                    Set.of("namespace", "kind", "workload-kind", "name", "workload", "replicas", "mark", "label-mark", "annotation-mark");
            case OTHER_JOB, IN_MANIFEST -> Set.of("namespace", "kind", "workload-kind", "name", "workload", "replicas");
            case CHOSEN -> Set.of("namespace", "object", "header", "chosen", "service", "port", "target-port", "pod-port");
            case IN_USE -> Set.of("object", "becomes", "lost");
        };
    }

    @Test
    void rules_and_stages_that_actions_name_are_there() {
        Set<String> rules = Rules.of(CATALOGUE.library()).all().stream().map(Rule::id).collect(Collectors.toSet());
        Set<String> stages = BOOK.stages().stream().map(StagePattern::id).collect(Collectors.toSet());
        Stream.concat(BOOK.stages().stream().flatMap(s -> actions(s).stream()), BOOK.paths().stream().flatMap(p -> p.glass().stream()))
                .forEach(action -> {
                    assertThat(rules).as(action.says()).containsAll(action.rules());
                    assertThat(stages).as(action.says()).containsAll(action.stages());
                });
    }

    @Test
    void conditions_ask_for_signals_that_there_are() {
        Set<String> known = new TreeSet<>(ClusterSignals.names());
        CATALOGUE.needs().forEach(n -> known.add("need-" + n.id()));
        CATALOGUE.questions().forEach(q -> known.add(q.id()));
        List<String> asked = new ArrayList<>();
        BOOK.stages().forEach(s -> {
            s.when().signals().forEach(asked::add);
            actions(s).forEach(a -> a.when().signals().forEach(asked::add));
        });
        assertThat(known).containsAll(asked);
    }

    @Test
    void every_trait_has_a_weight_and_each_only_one() {
        assertThat(BOOK.weights()).extracting(w -> w.trait()).containsExactlyInAnyOrder(Trait.values());
    }

    @Test
    void stages_that_are_repeated_take_no_hours_of_the_whole_system() {
        assertThat(BOOK.stages()).filteredOn(s -> s.scope() == Scope.NEXT || s.scope() == Scope.WAVES)
                .allSatisfy(s -> assertThat(s.work().system() + s.work().training()).as(s.id()).isZero());
    }
}
