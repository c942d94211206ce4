package meshadvisor.kubeconfig;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.kubeconfig.Access.Server;
import meshadvisor.kubeconfig.Access.Sources;

/** Chooses context, cluster and user, by flags before files, and reads them. */
record Choice(Merged merged, Flags flags, Remarks remarks) {

    private static final int MOST_NAMES = 20;

    /** Empty only with a mistake. */
    Optional<Access> access(Environment environment, Optional<Duration> timeout) {
        Optional<Named> context = context();
        Optional<Named> cluster = part("cluster", flags.cluster(), context, merged.clusters());
        Optional<Named> user = part("user", flags.user(), context, merged.users());
        Optional<Server> server = cluster.flatMap(entry -> Clusters.server(entry, environment, remarks));
        Optional<Users> identity = user.map(entry -> new Users(entry, remarks));
        Optional<KeyPair> certificate = identity.flatMap(Users::certificate);
        Credential credential = cluster.flatMap(to -> identity.map(who -> who.credential(to))).orElseGet(Credential.None::new);
        List<Named> used = Stream.of(context, cluster, user).flatMap(Optional::stream).toList();
        new ExecPolicy(flags, environment).objections(credential, used).forEach(remarks::mistake);
        Impersonation impersonation = impersonation(identity);
        boolean plain = server.filter(there -> there.uri().getScheme().equals("http")).isPresent();
        if (plain && (certificate.isPresent() || !(credential instanceof Credential.None))) {
            remarks.warn(where(user), Access.WITHHELD, "Use https.");
        }
        return server.map(there -> new Access(name(context), name(cluster), there,
                context.map(entry -> entry.value().get("namespace").text()).filter(text -> !text.isEmpty()),
                plain ? Optional.empty() : certificate, plain ? new Credential.None() : credential, impersonation, timeout,
                new Sources(where(context), where(cluster), where(user)), remarks.warnings()));
    }

    private Optional<Named> context() {
        Optional<String> name = flags.context().or(() -> merged.currentContext().map(Named::name));
        if (name.isEmpty()) {
            if (flags.cluster().isEmpty()) {
                remarks.mistake("kubeconfig",
                        "No context is chosen, and no current-context is set. " + known("contexts", merged.contexts()),
                        "Choose one with --context, or with `kubectl config use-context NAME`.");
            }
            return Optional.empty();
        }
        Optional<Named> found = Optional.ofNullable(merged.contexts().get(name.get()));
        if (found.isEmpty()) {
            remarks.mistake(flags.context().isPresent() ? "--context" : merged.currentContext().map(Named::where).orElse("kubeconfig"),
                    "There is no context \"" + Shown.of(name.get()) + "\". " + known("contexts", merged.contexts()),
                    "Choose one of these with --context, or name another file with --kubeconfig.");
        }
        return found;
    }

    /** The cluster or user entry; a context may leave the user out, and then nobody logs in. */
    private Optional<Named> part(String kind, Optional<String> flag, Optional<Named> context, Map<String, Named> entries) {
        String name = flag.or(() -> context.map(entry -> entry.value().get(kind).text())).orElse("");
        if (name.isEmpty()) {
            if (kind.equals("cluster") && context.isPresent()) {
                remarks.mistake(where(context), "The context \"" + Shown.of(name(context)) + "\" names no cluster.",
                        "Add cluster to it, or give --cluster.");
            }
            return Optional.empty();
        }
        Optional<Named> found = Optional.ofNullable(entries.get(name));
        if (found.isEmpty()) {
            String where = flag.isPresent() ? "--" + kind : context.map(entry -> entry.at(kind)).orElse("kubeconfig");
            remarks.mistake(where, "There is no " + kind + " \"" + Shown.of(name) + "\". " + known(kind + "s", entries),
                    "Correct the name, or add the entry to the kubeconfig.");
        }
        return found;
    }

    private Impersonation impersonation(Optional<Users> identity) {
        Impersonation whole = flags.impersonation().or(identity.map(Users::impersonation).orElse(Impersonation.NOBODY));
        if (whole.lacksUser()) {
            remarks.mistake("--as", "A group, uid or extra is to be impersonated, but no user.", "Add --as.");
        }
        return whole;
    }

    private static String known(String what, Map<String, Named> entries) {
        if (entries.isEmpty()) {
            return "The kubeconfig has no " + what + ".";
        }
        List<String> names = entries.keySet().stream().sorted().limit(MOST_NAMES).map(Shown::of).toList();
        String more = entries.size() > MOST_NAMES ? " and " + (entries.size() - MOST_NAMES) + " more" : "";
        return "Known " + what + ": " + String.join(", ", names) + more + ".";
    }

    private static String name(Optional<Named> entry) {
        return entry.map(Named::name).orElse("");
    }

    private static String where(Optional<Named> entry) {
        return entry.map(Named::where).orElse("");
    }
}
