package meshadvisor.kubeconfig;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several kubeconfigs as one, as kubectl merges them: of entries of the same name the first is taken, whole. */
record Merged(Map<String, Named> clusters, Map<String, Named> users, Map<String, Named> contexts, Optional<Named> currentContext) {

    static Merged of(List<ConfigFile> files, Remarks remarks) {
        return new Merged(firstOfEachName(files, "clusters", "cluster", remarks), firstOfEachName(files, "users", "user", remarks),
                firstOfEachName(files, "contexts", "context", remarks), files.stream().flatMap(ConfigFile::currentContext).findFirst());
    }

    private static Map<String, Named> firstOfEachName(List<ConfigFile> files, String list, String inner, Remarks remarks) {
        Map<String, Named> first = new LinkedHashMap<>();
        files.forEach(file -> file.entries(list, inner, remarks).forEach(entry -> first.putIfAbsent(entry.name(), entry)));
        return first;
    }

    /** Whether the files say nothing at all, so that one may look for a service account. */
    boolean isEmpty() {
        return clusters.isEmpty() && users.isEmpty() && contexts.isEmpty() && currentContext.isEmpty();
    }
}
