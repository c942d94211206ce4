package meshadvisor.kubeconfig;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * As whom requests are made, by the headers {@code Impersonate-User}, {@code -Uid}, {@code -Group} and {@code -Extra-*}.
 *
 * @param user empty if nobody is impersonated
 * @param extra values by key
 */
public record Impersonation(Optional<String> user, Optional<String> uid, List<String> groups, Map<String, List<String>> extra) {

    /** Requests are made as who one is. */
    public static final Impersonation NOBODY = new Impersonation(Optional.empty(), Optional.empty(), List.of(), Map.of());

    /** The collections cannot be changed afterwards; the keys are in order. */
    public Impersonation {
        groups = List.copyOf(groups);
        var copies = new TreeMap<String, List<String>>();
        extra.forEach((key, values) -> copies.put(key, List.copyOf(values)));
        extra = Collections.unmodifiableMap(copies);
    }

    /** These words, and what they leave open from a kubeconfig: the flags win one by one, as in kubectl. */
    Impersonation or(Impersonation other) {
        return new Impersonation(user.or(other::user), uid.or(other::uid), groups.isEmpty() ? other.groups : groups,
                extra.isEmpty() ? other.extra : extra);
    }

    /** Whether a uid, a group or an extra is asked for, but no user: servers refuse that. */
    boolean lacksUser() {
        return user.isEmpty() && (uid.isPresent() || !groups.isEmpty() || !extra.isEmpty());
    }
}
