package meshadvisor.dialect.istio;

import java.util.Set;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;

/** Istio's own resources. */
public final class IstioDialect implements Dialect {

    static final String ID = "istio";

    private static final Set<String> GROUPS =
            Set.of("networking.istio.io", "security.istio.io", "telemetry.istio.io", "extensions.istio.io",
                    "install.istio.io", "sailoperator.io");

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "VirtualService" -> VirtualServices.read(item, facts);
            case "DestinationRule" -> DestinationRules.read(item, facts);
            case "Gateway" -> Gateways.gateway(item, facts);
            case "ServiceEntry" -> Gateways.serviceEntry(item, facts);
            case "Sidecar" -> Gateways.sidecar(item, facts);
            case "PeerAuthentication" -> PeerAuthentications.read(item, facts);
            case "AuthorizationPolicy" -> AuthorizationPolicies.read(item, facts);
            case "RequestAuthentication" -> Extensions.requestAuthentication(item, facts);
            case "Telemetry" -> Extensions.telemetry(item, facts);
            case "EnvoyFilter" -> Extensions.envoyFilter(item, facts);
            case "WasmPlugin" -> Extensions.wasmPlugin(item, facts);
            case "IstioOperator" -> Operators.istioOperator(item, facts);
            case "Istio" -> Operators.sailOperator(item, facts);
            default -> {
                // ProxyConfig, WorkloadEntry and WorkloadGroup say nothing about routes or policies
            }
        }
    }
}
