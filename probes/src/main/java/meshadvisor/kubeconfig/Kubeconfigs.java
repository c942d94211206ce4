package meshadvisor.kubeconfig;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The way from flags, environment and kubeconfig files to a cluster, as kubectl goes it. */
public final class Kubeconfigs {

    private Kubeconfigs() {}

    /**
     * Reads the kubeconfig files, and the certificates that the chosen context names. Runs no program: exec plugins run when {@link Credentials}
     * are asked. A service account is taken only if no file says anything.
     */
    public static Connection connect(Flags flags, Environment environment) {
        Remarks remarks = new Remarks();
        Optional<Duration> timeout = RequestTimeout.of(flags.requestTimeout(), remarks);
        Locations locations = Locations.of(flags, environment, remarks);
        List<ConfigFile> files = locations.read(remarks);
        Merged merged = Merged.of(files, remarks);
        if (remarks.mistakes().isEmpty() && merged.isEmpty()) {
            return withoutFile(locations, flags, environment, timeout);
        }
        Optional<Access> access = files.isEmpty() ? Optional.empty() : new Choice(merged, flags, remarks).access(environment, timeout);
        List<Remark> mistakes = remarks.mistakes();
        return mistakes.isEmpty() && access.isPresent() ? new Connection.Found(access.get()) : new Connection.Refused(mistakes);
    }

    private static Connection withoutFile(Locations locations, Flags flags, Environment environment, Optional<Duration> timeout) {
        Remarks remarks = new Remarks();
        Optional<Access> pod = flags.kubeconfig().isPresent() ? Optional.empty()
                : ServiceAccount.access(flags.impersonation(), environment, timeout, remarks);
        if (flags.context().or(flags::cluster).or(flags::user).isPresent() || pod.isEmpty() && remarks.mistakes().isEmpty()) {
            remarks.mistake(nothingSaid(locations));
        }
        return pod.isPresent() && remarks.mistakes().isEmpty() ? new Connection.InCluster(pod.get())
                : new Connection.Refused(remarks.mistakes());
    }

    private static Remark nothingSaid(Locations locations) {
        String files = String.join(", ", locations.files().stream().map(file -> Shown.of(file.toString())).toList());
        return new Remark(locations.named().isEmpty() ? "kubeconfig" : locations.named(),
                "No kubeconfig names a cluster, and this is no pod with a service account. Looked in: "
                        + (files.isEmpty() ? "nothing" : files) + ".",
                "Name a file with --kubeconfig or KUBECONFIG, or get one from the cluster's provider (for example `aws eks update-kubeconfig`).");
    }
}
