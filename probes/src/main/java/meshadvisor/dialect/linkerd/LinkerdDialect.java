package meshadvisor.dialect.linkerd;

import java.util.Set;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.dialect.gateway.Routes;
import meshadvisor.model.Use.Hop;

/** Linkerd's own resources, and its annotations on routes of the Gateway API. */
public final class LinkerdDialect implements Dialect {

    static final String ID = "linkerd";

    private static final String POLICY = "policy.linkerd.io";
    private static final String GATEWAY_API = "gateway.networking.k8s.io";
    private static final Set<String> GROUPS = Set.of("linkerd.io", POLICY, "multicluster.linkerd.io", GATEWAY_API);

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        if (Routes.isRoute(item)) {
            route(item, facts);
            return;
        }
        switch (item.kind()) {
            case "ServiceProfile" -> ServiceProfiles.read(item, facts);
            case "AuthorizationPolicy" -> Authorizations.authorizationPolicy(item, facts);
            case "ServerAuthorization" -> Authorizations.serverAuthorization(item, facts);
            case "MeshTLSAuthentication" -> Authorizations.meshTls(item, facts);
            case "Server" -> Authorizations.server(item, facts);
            case "HTTPLocalRateLimitPolicy" ->
                    new Uses(item, facts, ID, Hop.INTERNAL).add("rate-limit-local", item.spec(), "limits request rates in each proxy");
            case "Link" -> new Uses(item, facts, ID, Hop.INTERNAL).add("multi-cluster", item.spec(), "links another cluster");
            default -> {
                // NetworkAuthentication, EgressNetwork and the Gateway API's other kinds say nothing about identities or routes
            }
        }
    }

    private static void route(Item item, Facts facts) {
        if (item.meta().key().group().equals(POLICY)) {
            Routes.read(item, facts, ID);
        }
        LinkerdAnnotations.read(item, facts);
    }
}
