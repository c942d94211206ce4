package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import meshadvisor.model.Apart;
import meshadvisor.model.Evidence;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.IdentityPolicy.Action;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.MtlsSetting.Mode;
import meshadvisor.model.MtlsSetting.Scope;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Signals about one authorization policy. */
final class PolicySignals {

    static final Map<String, BiFunction<World, IdentityPolicy, Reading>> TABLE = new TreeMap<>(Map.of(
            "identity-match", (w, p) -> identityMatch(p),
            "plaintext-refused", (w, p) -> Reading.seen(strict(w, p)),
            "has-mtls-setting",
            (w, p) -> new Reading.Flag(w.catalogue().marks(p.by()).map(m -> m.mtlsSetting()).orElse(false), List.of())));

    /** How a policy uses identities, the way that fails worst without them first. */
    enum Match {
        NONE, ALLOW_BY_IDENTITY, DENY_BY_NOT_IDENTITY, ALLOW_BY_NOT_IDENTITY, DENY_BY_IDENTITY
    }

    private PolicySignals() {}

    private static Reading identityMatch(IdentityPolicy policy) {
        boolean deny = policy.action() == Action.DENY;
        // to allow every identity is the usual way to ask for mutual TLS; to deny every identity lets only callers without one pass
        List<Text> identities = policy.rules().stream().flatMap(r -> r.identities().stream()).filter(i -> deny || !i.value().equals("*"))
                .toList();
        List<Text> not = policy.rules().stream().flatMap(r -> r.notIdentities().stream()).toList();
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
        Directory directory = world.directory();
        List<MtlsSetting> wide = directory.meshWide().stream()
                .filter(s -> Apart.together(s.meta().namespace(), policy.meta().namespace())).toList();
        boolean everywhere = wide.stream().anyMatch(s -> s.meta().namespace().equals(policy.meta().namespace()));
        List<MtlsSetting> settings = Stream.concat(wide.stream(), directory.mtls().near("", everywhere ? "" : policy.meta().namespace())
                .stream()).filter(s -> s.by().equals(policy.by())).toList();
        return settings.stream().filter(s -> s.mode() == Mode.STRICT && !s.ports() && coversAll(s, policy))
                .filter(s -> settings.stream().noneMatch(narrower -> reopens(world, narrower, s, policy)))
                .map(s -> new Evidence(s.meta().key() + " refuses plaintext", s.place())).toList();
    }

    private static boolean coversAll(MtlsSetting setting, IdentityPolicy policy) {
        return setting.scope() == Scope.MESH || near(setting, policy)
                && policy.selector().entrySet().containsAll(setting.selector().entrySet());
    }

    private static boolean near(MtlsSetting setting, IdentityPolicy policy) {
        return World.near(setting.meta().namespace(), policy.meta().namespace());
    }

    /** Whether a narrower setting takes a strict one back for some of the pods that the policy applies to. */
    private static boolean reopens(World world, MtlsSetting narrower, MtlsSetting strict, IdentityPolicy policy) {
        boolean everywhere = strict.scope() == Scope.MESH && policy.meta().namespace().equals(strict.meta().namespace())
                && Apart.together(narrower.meta().namespace(), strict.meta().namespace());
        return narrower.scope().compareTo(strict.scope()) > 0
                && (narrower.mode() == Mode.PERMISSIVE || narrower.mode() == Mode.DISABLE || narrower.ports())
                && (everywhere || near(narrower, policy)) && overlap(world, narrower, policy);
    }

    /** Whether pods may fit both selectors: one contains the other, or a pod of the scan fits both. */
    private static boolean overlap(World world, MtlsSetting setting, IdentityPolicy policy) {
        Set<Map.Entry<String, String>> one = setting.selector().entrySet();
        Set<Map.Entry<String, String>> other = policy.selector().entrySet();
        return one.containsAll(other) || other.containsAll(one) || world.directory().near(setting.meta().namespace()).stream()
                .map(Workload::pod)
                .anyMatch(p -> Stream.concat(one.stream(), other.stream()).allMatch(e -> p.label(e.getKey()).value().equals(e.getValue())));
    }
}
