package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.Course.What;
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
        return url.isEmpty() || !cell.scenarios().contains(Scenario.PROXY_DEATH) ? Optional.empty()
                : cell.disturbance().stream().findFirst().map(each -> new Post(url, each.afterSeconds()));
    }

    /** What is done in a cell. At its end everything is as it was. Ways without a proxy have none to lose, and are driven undisturbed. */
    List<Disturbance> of(Scenario scenario, Load load) {
        return switch (scenario) {
            case CHURN -> churn(load);
            case ROLLOUT -> rollout(load);
            case PROXY_DEATH -> proxied(way)
                    ? List.of(new Disturbance(What.ENDED, plateau() / 4.0, List.of(), List.of(), proxies())) : List.of();
            case CERTIFICATE_ROTATION -> List.of(); // proxies renew them by themselves
        };
    }

    /** Servers that are ready all the time, and are added to the Service and taken from it: a Service of their own has them beside that. */
    private List<Disturbance> churn(Load load) {
        Manifest extra = new Servers(setting, way).endpoints(server(load));
        List<Disturbance> changes = new ArrayList<>();
        double step = Math.max(2.5, plateau() / 10.0);
        for (double at = quarter(); at + step < plateau() - 3; at += 2 * step) {
            changes.add(new Disturbance(What.ADDED, at, List.of(), List.of(extra), List.of()));
            changes.add(new Disturbance(What.REMOVED, at + step, List.of(), List.of(), List.of(reference(extra))));
        }
        return changes;
    }

    /** To other pods, and back: new ones are begun, and the old ones go when these are ready. */
    private List<Disturbance> rollout(Load load) {
        Servers.Server server = server(load);
        String next = server.name() + "-next";
        Manifest first = new Servers(setting, way).job(server, server.name(), setting.pods().servers());
        Manifest second = new Servers(setting, way).job(server, next, setting.pods().servers());
        return List.of(new Disturbance(What.BEGUN, quarter(), List.of(), List.of(second), List.of()),
                new Disturbance(What.REPLACED, quarter(), List.of(next), List.of(), List.of(reference(first))),
                new Disturbance(What.BEGUN, plateau() / 2.0, List.of(), List.of(first), List.of()),
                new Disturbance(What.REPLACED, plateau() / 2.0, List.of(server.name()), List.of(), List.of(reference(second))));
    }

    private double quarter() {
        return plateau() / 4.0;
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

    static Servers.Server server(Load load) {
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
