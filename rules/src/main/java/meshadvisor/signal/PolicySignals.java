package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

import meshadvisor.model.Evidence;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.IdentityPolicy.Action;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.MtlsSetting.Mode;
import meshadvisor.model.MtlsSetting.Scope;
import meshadvisor.model.Text;

/** Signals about one authorization policy. */
final class PolicySignals {

    static final Map<String, BiFunction<World, IdentityPolicy, Reading>> TABLE = new TreeMap<>(Map.of(
            "identity-match", (w, p) -> identityMatch(p),
            "plaintext-refused", (w, p) -> Reading.seen(strict(w, p)),
            "has-mtls-setting",
            (w, p) -> new Reading.Flag(w.catalogue().marks(p.by()).map(m -> m.mtlsSetting()).orElse(false), List.of())));

    /** How a policy uses identities, the way that fails worst without them first. */
    private enum Match {
        NONE, ALLOW_BY_IDENTITY, DENY_BY_NOT_IDENTITY, ALLOW_BY_NOT_IDENTITY, DENY_BY_IDENTITY
    }

    private PolicySignals() {}

    private static Reading identityMatch(IdentityPolicy policy) {
        List<Text> identities = policy.rules().stream().flatMap(r -> r.identities().stream()).filter(i -> !i.value().equals("*")).toList();
        List<Text> not = policy.rules().stream().flatMap(r -> r.notIdentities().stream()).toList();
        boolean deny = policy.action() == Action.DENY;
        Match match = Match.NONE;
        if (policy.action() == Action.ALLOW || deny) {
            match = deny && !identities.isEmpty() ? Match.DENY_BY_IDENTITY
                    : !deny && !not.isEmpty() ? Match.ALLOW_BY_NOT_IDENTITY
                            : deny && !not.isEmpty() ? Match.DENY_BY_NOT_IDENTITY
                                    : identities.isEmpty() ? Match.NONE : Match.ALLOW_BY_IDENTITY;
        }
        List<Text> shown = match == Match.ALLOW_BY_NOT_IDENTITY || match == Match.DENY_BY_NOT_IDENTITY ? not : identities;
        return Reading.choice(match, shown.stream().limit(3).map(t -> new Evidence("matches the identity " + t, t.place())).toList());
    }

    /** The settings that refuse plaintext for everything that the policy applies to. */
    private static List<Evidence> strict(World world, IdentityPolicy policy) {
        List<Evidence> strict = new ArrayList<>();
        for (MtlsSetting setting : world.snapshot().policies().mtls()) {
            boolean covers = setting.scope() == Scope.MESH
                    || setting.meta().namespace().equals(policy.meta().namespace())
                            && (setting.scope() == Scope.NAMESPACE || setting.selector().equals(policy.selector()));
            if (setting.by().equals(policy.by()) && setting.mode() == Mode.STRICT && !setting.ports() && covers
                    && !reopened(world, policy, setting)) {
                strict.add(new Evidence(setting.meta().key() + " refuses plaintext", setting.place()));
            }
        }
        return strict;
    }

    /** Whether a narrower setting takes a strict one back for the policy's own namespace or workloads. */
    private static boolean reopened(World world, IdentityPolicy policy, MtlsSetting strict) {
        return world.snapshot().policies().mtls().stream()
                .anyMatch(s -> s.by().equals(policy.by()) && s.scope().compareTo(strict.scope()) > 0
                        && (s.mode() == Mode.PERMISSIVE || s.mode() == Mode.DISABLE)
                        && s.meta().namespace().equals(policy.meta().namespace())
                        && (s.scope() == Scope.NAMESPACE || s.selector().equals(policy.selector())));
    }
}
