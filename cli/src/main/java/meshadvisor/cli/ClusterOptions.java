package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cluster, in kubectl's words, and how long reading it may take. */
final class ClusterOptions {

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "The kubeconfig (default: KUBECONFIG, else ~/.kube/config).")
    Optional<Path> kubeconfig = Optional.empty();

    @Option(names = "--context", paramLabel = "NAME", description = "The context to use instead of the current one.")
    Optional<String> context = Optional.empty();

    @Option(names = "--cluster", paramLabel = "NAME", description = "The cluster of the kubeconfig to use instead of the context's.")
    Optional<String> cluster = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "The user of the kubeconfig to use instead of the context's.")
    Optional<String> user = Optional.empty();

    @Option(names = "--as", paramLabel = "USER", description = "Read as this user.")
    Optional<String> as = Optional.empty();

    @Option(names = "--as-uid", paramLabel = "UID", description = "Read as the user with this UID.")
    Optional<String> asUid = Optional.empty();

    @Option(names = "--as-group", paramLabel = "GROUP", description = "Read as a member of this group. Repeatable.")
    List<String> asGroups = new ArrayList<>();

    @Option(names = "--request-timeout", paramLabel = "TIME",
            description = "Longest time of one request, as 30s or 2m (default: 60s; 0: none).")
    Optional<String> requestTimeout = Optional.empty();

    @Option(names = "--timeout", paramLabel = "TIME", description = "Longest time of reading a cluster, as 90s or 10m (default: 5m).")
    Optional<String> timeout = Optional.empty();

    @Option(names = "--allow-exec-auth",
            description = "Run the kubeconfig's exec plugin although others can write the file, or it is in the scan.")
    boolean allowExecAuth;

    /** The names of the options that were given, for messages. */
    List<String> given() {
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("--kubeconfig", kubeconfig.isPresent());
        all.put("--context", context.isPresent());
        all.put("--cluster", cluster.isPresent());
        all.put("--user", user.isPresent());
        all.put("--as", as.isPresent());
        all.put("--as-uid", asUid.isPresent());
        all.put("--as-group", !asGroups.isEmpty());
        all.put("--request-timeout", requestTimeout.isPresent());
        all.put("--timeout", timeout.isPresent());
        all.put("--allow-exec-auth", allowExecAuth);
        return all.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }
}
