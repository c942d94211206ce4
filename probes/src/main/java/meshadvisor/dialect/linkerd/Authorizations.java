package meshadvisor.dialect.linkerd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.IdentityPolicy.Action;
import meshadvisor.model.IdentityPolicy.Rule;
import meshadvisor.model.Place;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads who may call what. All policies of Linkerd allow; what none allows is denied. */
final class Authorizations {

    private static final Set<String> PROVEN_BY_TLS = Set.of("MeshTLSAuthentication", "ServiceAccount");
    private static final Set<String> IDENTIFIED_CALLERS = Set.of("all-authenticated", "cluster-authenticated");

    private Authorizations() {}

    /** All required authentications must hold, so they are one rule; the identities are the names of what proves them. */
    static void authorizationPolicy(Item item, Facts facts) {
        Node target = item.spec().get("targetRef");
        String kind = target.get("kind").text();
        Node required = item.spec().get("requiredAuthenticationRefs");
        List<Text> identities = required.items().stream().filter(ref -> PROVEN_BY_TLS.contains(ref.get("kind").text()))
                .map(ref -> item.text(ref.get("name"))).filter(Text::given).toList();
        boolean perRoute = kind.endsWith("Route");
        List<String> targets = kind.equals("Namespace") ? List.of() : named(target);
        Place place = item.place(required);
        add(item, facts, targets, new Rule(place, identities, List.of(), perRoute));

        Uses uses = uses(item, facts);
        noteIdentities(uses, identities);
        if (perRoute) {
            uses.add("authorization-http", target, "decides per route");
        }
    }

    static void serverAuthorization(Item item, Facts facts) {
        Node tls = item.spec().at("client", "meshTLS");
        List<Text> identities = new ArrayList<>(item.list(tls.get("identities")));
        for (Node account : tls.get("serviceAccounts").items()) {
            Text name = item.text(account.get("name"));
            if (name.given()) {
                identities.add(name);
            }
        }
        Node server = item.spec().get("server");
        add(item, facts, named(server), new Rule(item.place(item.spec().get("client")), identities, List.of(), false));
        noteIdentities(uses(item, facts), identities);
    }

    static void meshTls(Item item, Facts facts) {
        List<Text> identities = new ArrayList<>(item.list(item.spec().get("identities")));
        for (Node ref : item.spec().get("identityRefs").items()) {
            Text name = item.text(ref.get("name"));
            identities.add(name.given() ? name : item.text(ref.get("kind")));
        }
        noteIdentities(uses(item, facts), identities.stream().filter(Text::given).toList());
    }

    /** A Server whose own policy asks for an identity. */
    static void server(Item item, Facts facts) {
        Node policy = item.spec().get("accessPolicy");
        if (IDENTIFIED_CALLERS.contains(policy.text())) {
            uses(item, facts).add("mtls-identity", policy, "accepts only callers with an identity of the mesh");
        }
    }

    private static Uses uses(Item item, Facts facts) {
        return new Uses(item, facts, LinkerdDialect.ID, Hop.INTERNAL);
    }

    private static List<String> named(Node ref) {
        return Nodes.filled(ref.get("name")) ? List.of(ref.get("name").text()) : List.of();
    }

    private static void add(Item item, Facts facts, List<String> targets, Rule rule) {
        facts.identityPolicies
                .add(new IdentityPolicy(item.meta(), LinkerdDialect.ID, Action.ALLOW, Map.of(), targets, List.of(rule)));
    }

    private static void noteIdentities(Uses uses, List<Text> identities) {
        identities.stream().findFirst().ifPresent(first -> {
            uses.add("authorization-identity", first.place(), "decides by the identity of the caller");
            uses.add("mtls-identity", first.place(), "decides by identities, which only mutual TLS proves");
        });
    }
}
