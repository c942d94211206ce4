package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Step;
import meshadvisor.bench.Step.Disturbance;
import meshadvisor.bench.Variant;
import meshadvisor.catalog.Kebab;

/** What is done to the servers or proxies of a way while load is driven. */
record Disturbances(Setting setting, Way way) {

    /** At most so many endpoints come and go. */
    private static final int EXTRA = 2;

    /** A request that ends a proxy. */
    record Post(String url, double afterSeconds) {}

    /** Why a scenario says nothing of a way, as a clause; empty if it can be run. Ways without a proxy are run undisturbed beside it. */
    static Optional<String> impossible(Scenario scenario, Way way) {
        return switch (scenario) {
            case CHURN, ROLLOUT -> Optional.empty();
            case PROXY_DEATH -> proxied(way) && way.variant().faults().quit().isEmpty() && way.variant().faults().proxies().isEmpty()
                    ? Optional.of("its proxies are no pods of the run's own namespaces, and nothing else is touched")
                    : Optional.empty();
            case CERTIFICATE_ROTATION -> proxied(way) && way.variant().faults().shortCertificates().isEmpty()
                    ? Optional.of("how long its certificates live is a setting of the whole mesh, and nothing outside of the run's"
                            + " namespaces is changed")
                    : Optional.empty();
        };
    }

    /** What ends the proxy of the generator, if the cell wants that. */
    static Optional<Post> post(Way way, Step.Cell cell) {
        String url = way.variant().faults().quit();
        return cell.disturbance().stream().filter(each -> each.scenario() == Scenario.PROXY_DEATH && !url.isEmpty()).findFirst()
                .map(each -> new Post(url, each.afterSeconds()));
    }

    /** What is done in a cell. At its end everything is as it was. Ways without a proxy have none to lose, and are driven undisturbed. */
    List<Disturbance> of(Scenario scenario, Load load) {
        return switch (scenario) {
            case CHURN -> churn(load);
            case ROLLOUT -> rollout(load);
            case PROXY_DEATH -> proxied(way) ? List.of(new Disturbance(scenario, plateau() / 4.0, List.of(), proxies())) : List.of();
            case CERTIFICATE_ROTATION -> proxied(way) ? List.of(new Disturbance(scenario, 0, List.of(), List.of())) : List.of();
        };
    }

    /** A Job whose pods come and go: it stays, because one that has completed does not begin again. */
    private List<Disturbance> churn(Load load) {
        Servers.Server server = server(load);
        Manifest extra = new Servers(setting, way).job(server, server.name() + "-extra", EXTRA);
        List<Disturbance> changes = new ArrayList<>();
        double step = Math.max(5, plateau() / 6.0);
        for (int change = 0; change * step < plateau() - step; change++) {
            changes.add(new Disturbance(Scenario.CHURN, change * step, List.of(change % 2 == 0 ? extra : Jobs.paused(extra)), List.of()));
        }
        changes.add(new Disturbance(Scenario.CHURN, plateau() - 1.0, List.of(), List.of(reference(extra))));
        return changes;
    }

    /** To other pods, and back. */
    private List<Disturbance> rollout(Load load) {
        Servers.Server server = server(load);
        Manifest first = new Servers(setting, way).job(server, server.name(), setting.pods().servers());
        Manifest next = new Servers(setting, way).job(server, server.name() + "-next", setting.pods().servers());
        double step = plateau() / 6.0;
        return List.of(new Disturbance(Scenario.ROLLOUT, step, List.of(next), List.of()),
                new Disturbance(Scenario.ROLLOUT, 2 * step, List.of(), List.of(reference(first))),
                new Disturbance(Scenario.ROLLOUT, 3.5 * step, List.of(first), List.of()),
                new Disturbance(Scenario.ROLLOUT, 5 * step, List.of(), List.of(reference(next))));
    }

    private List<Manifest> proxies() {
        Map<String, String> labels = Tree.texts(way.variant().faults().proxies(), text -> text);
        return labels.isEmpty() ? List.of()
                : List.of(new Manifest(Tree.of("apiVersion", "v1", "kind", "Pod", "metadata",
                        Tree.of("namespace", setting.names().namespace(way.id()), "labels", labels))));
    }

    private static boolean proxied(Way way) {
        return way.variant().tls() == Variant.Tls.MESH;
    }

    private static Manifest reference(Manifest whole) {
        return new Manifest(Tree.of("apiVersion", whole.apiVersion(), "kind", whole.kind(), "metadata",
                Tree.of("name", whole.name(), "namespace", whole.namespace())));
    }

    private static Servers.Server server(Load load) {
        return new Servers.Server("server-" + Servers.word(load.protocol()), load.protocol(), "", 1);
    }

    private int plateau() {
        return setting.design().plateauSeconds();
    }

    /** What a cell is called. */
    static String name(Load load, int number, Optional<Order.Scenario> scenario) {
        return Kebab.of(load.shape()) + "-" + Kebab.of(load.protocol()) + "-" + Kebab.of(load.reuse()) + "-" + (long) load.perSecond() + "-"
                + number + scenario.map(each -> "-" + Kebab.of(each)).orElse("");
    }
}
