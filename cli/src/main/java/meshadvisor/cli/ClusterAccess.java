package meshadvisor.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.cluster.Patience;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Connection;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.kubeconfig.Environment;
import meshadvisor.kubeconfig.Flags;
import meshadvisor.kubeconfig.Impersonation;
import meshadvisor.kubeconfig.Kubeconfigs;
import meshadvisor.kubeconfig.Remark;

/**
 * The way to the cluster that the options name.
 *
 * @param total how long reading it may take
 * @param patience with what may pass
 */
record ClusterAccess(Access access, Credentials credentials, Duration total, Patience patience) {

    private static final String USUAL_REQUEST = "60s";
    private static final Duration USUAL_TOTAL = Duration.ofMinutes(5);

    /** Understands the options and the kubeconfig; runs nothing. What is wrong is added to the mistakes. */
    static Optional<ClusterAccess> of(ClusterOptions options, List<Path> scanned, Outside outside, List<Mistake> mistakes) {
        Environment environment = environment(outside);
        Duration total = total(options, mistakes);
        Flags flags = new Flags(options.kubeconfig, options.context, options.cluster, options.user,
                new Impersonation(options.as, options.asUid, options.asGroups, Map.of()),
                Optional.of(options.requestTimeout.orElse(USUAL_REQUEST)),
                options.allowExecAuth ? Flags.ExecConsent.ALL_FILES : Flags.ExecConsent.TRUSTED_FILES, scanned);
        return switch (Kubeconfigs.connect(flags, environment)) {
            case Connection.Found(Access access) -> Optional.of(of(access, environment, outside, total));
            case Connection.InCluster(Access access) -> Optional.of(of(access, environment, outside, total));
            case Connection.Refused(List<Remark> remarks) -> {
                remarks.forEach(r -> mistakes.add(new Mistake.UsageMistake(r.toString())));
                yield Optional.empty();
            }
        };
    }

    private static ClusterAccess of(Access access, Environment environment, Outside outside, Duration total) {
        return new ClusterAccess(access, Credentials.of(access, environment, outside.clock(), total), total, outside.patience());
    }

    private static Environment environment(Outside outside) {
        Path home = Path.of(outside.env().getOrDefault("HOME", outside.env().getOrDefault("USERPROFILE", ".")));
        return new Environment(outside.env(), home.toAbsolutePath(), Path.of("").toAbsolutePath(), Path.of("/").toAbsolutePath());
    }

    private static Duration total(ClusterOptions options, List<Mistake> mistakes) {
        if (options.timeout.isEmpty()) {
            return USUAL_TOTAL;
        }
        Optional<Duration> total = Times.of(options.timeout.get());
        if (total.isEmpty()) {
            mistakes.add(new Mistake.UsageMistake(
                    "--timeout " + options.timeout.get() + " is no time: write seconds, or a number with s, m or h"));
        }
        return total.orElse(USUAL_TOTAL);
    }
}
