package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import meshadvisor.model.Evidence;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.MtlsSetting.Mode;
import meshadvisor.model.MtlsSetting.Scope;
import meshadvisor.model.Workload;

/** What is said of a workload that only a proxy can keep: mutual TLS and who may call it. */
final class Demands {

    private Demands() {}

    static List<Evidence> on(World world, Workload workload) {
        List<Evidence> demands = new ArrayList<>();
        for (MtlsSetting setting : world.snapshot().policies().mtls()) {
            boolean near = setting.scope() == Scope.MESH || World.near(setting.meta().namespace(), workload.meta().namespace());
            if (setting.mode() == Mode.STRICT && near && fits(setting.selector(), workload)) {
                demands.add(new Evidence(setting.meta().key() + " asks for mutual TLS", setting.place()));
            }
        }
        for (IdentityPolicy policy : world.snapshot().policies().identity()) {
            boolean near = World.near(policy.meta().namespace(), workload.meta().namespace());
            boolean identities = policy.rules().stream().anyMatch(r -> !r.identities().isEmpty() || !r.notIdentities().isEmpty());
            if (near && identities && policy.targets().isEmpty() && fits(policy.selector(), workload)) {
                demands.add(new Evidence(policy.meta().key() + " decides by the caller's identity", policy.meta().place()));
            }
        }
        return demands;
    }

    private static boolean fits(Map<String, String> selector, Workload workload) {
        return selector.entrySet().stream().allMatch(e -> workload.pod().label(e.getKey()).value().equals(e.getValue()));
    }
}
