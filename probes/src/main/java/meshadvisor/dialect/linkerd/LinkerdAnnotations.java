package meshadvisor.dialect.linkerd;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Times;
import meshadvisor.dialect.Uses;
import meshadvisor.dialect.gateway.Routes;
import meshadvisor.model.Meta;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.PathKind;
import meshadvisor.model.Route.Retries;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;

/** Reads the annotations by which Linkerd retries, times out and breaks circuits. They stand on Services and on routes. */
public final class LinkerdAnnotations {

    private static final String RETRY = "retry.linkerd.io/";
    private static final String TIMEOUT = "timeout.linkerd.io/";
    private static final String MIRROR = "mirror.linkerd.io/";
    private static final String FAILURE_ACCRUAL = "balancer.linkerd.io/failure-accrual";

    private LinkerdAnnotations() {}

    /** Adds what the annotations of a Service or route say. At the edge Linkerd does not act on them. */
    public static void read(Item item, Facts facts) {
        boolean route = Routes.isRoute(item);
        if (route && Routes.hop(item) != Hop.INTERNAL) {
            return;
        }
        Meta meta = item.meta();
        Uses uses = new Uses(item, facts, LinkerdDialect.ID, Hop.INTERNAL);
        given(meta, FAILURE_ACCRUAL).forEach(a -> uses.add("circuit-breaking", a.place(), "breaks the circuit to endpoints that fail"));
        given(meta, TIMEOUT + "request", TIMEOUT + "response", TIMEOUT + "idle")
                .forEach(a -> uses.add("timeouts", a.place(), "limits the time of a request to " + a));
        Stream.of(MIRROR + "exported", MIRROR + "federated").map(meta::label).filter(Text::given)
                .forEach(l -> uses.add("multi-cluster", l.place(), "is offered to other clusters"));

        Retries retries = retries(meta);
        if (retries.attempts() > 0) {
            uses.add("retries", retries.place(), "retries on " + retries.on());
        }
        if (retries.configured()) {
            facts.routes.add(new Route(meta, LinkerdDialect.ID, Hop.INTERNAL, List.of(), route ? Routes.parents(item) : List.of(name(meta)),
                    route ? retried(Routes.rules(item), retries) : List.of(everything(item, retries))));
        }
    }

    /** The limit is 1 where none is given. */
    private static Retries retries(Meta meta) {
        List<Text> conditions = given(meta, RETRY + "http", RETRY + "grpc").toList();
        if (conditions.isEmpty()) {
            return Retries.NONE;
        }
        String limit = meta.annotation(RETRY + "limit").value();
        return new Retries(true, limit.equals("0") ? 0 : limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 1,
                conditions.stream().map(Text::value).collect(Collectors.joining(",")), conditions.getFirst().place())
                .within(Times.millis(meta.annotation(TIMEOUT + "response").value()),
                        Times.millis(meta.annotation(TIMEOUT + "request").value()));
    }

    private static Stream<Text> given(Meta meta, String... annotations) {
        return Stream.of(annotations).map(meta::annotation).filter(Text::given);
    }

    private static Text name(Meta meta) {
        return new Text(meta.name(), meta.place());
    }

    private static Rule everything(Item item, Retries retries) {
        Match every = new Match(item.meta().place(), PathKind.ANY, "", List.of(), false, List.of());
        return new Rule(item.meta().place(), "", Order.MOST_SPECIFIC, List.of(every), List.of(), retries);
    }

    /** The same conditions, without the backends, which the route itself has already told. */
    private static List<Rule> retried(List<Rule> rules, Retries retries) {
        return rules.stream().map(r -> new Rule(r.place(), r.name(), r.order(), r.matches(), List.of(), retries)).toList();
    }
}
