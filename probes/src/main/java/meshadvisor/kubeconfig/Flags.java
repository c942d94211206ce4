package meshadvisor.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user said about the connection, in kubectl's words.
 *
 * @param kubeconfig {@code --kubeconfig}: this file alone
 * @param context {@code --context}: the context to use instead of the current one
 * @param cluster {@code --cluster}: the cluster entry to use instead of the context's
 * @param user {@code --user}: the user entry to use instead of the context's
 * @param impersonation {@code --as}, {@code --as-uid}, {@code --as-group}
 * @param requestTimeout {@code --request-timeout} as written: {@code 30s}, {@code 1m30s}, {@code 30} (seconds), {@code 0} (no limit)
 * @param exec {@code --allow-exec-auth}, or its absence
 * @param scanned files and folders that are assessed in the same run: a kubeconfig in there is not trusted
 */
public record Flags(Optional<Path> kubeconfig, Optional<String> context, Optional<String> cluster, Optional<String> user,
        Impersonation impersonation, Optional<String> requestTimeout, ExecConsent exec, List<Path> scanned) {

    /** Nothing was said. */
    public static final Flags NONE = new Flags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Impersonation.NOBODY,
            Optional.empty(), ExecConsent.TRUSTED_FILES, List.of());

    /** The paths cannot be changed afterwards. */
    public Flags {
        scanned = List.copyOf(scanned);
    }

    /** Whose exec plugins may run. */
    public enum ExecConsent {
        /** Those of files that nobody else can write and that are not in the scan. */
        TRUSTED_FILES,
        /** All: {@code --allow-exec-auth}. */
        ALL_FILES
    }
}
