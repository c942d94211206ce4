package meshadvisor.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Step;
import meshadvisor.bench.planning.Names;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi.Mode;
import meshadvisor.files.Sha256;
import meshadvisor.lab.run.Stopped.Why;

/**
 * Makes ConfigMaps of the load generator's files: {@code program-1} with the first, and so on.
 *
 * @param folder in which the files are
 */
record Deliveries(Site site, Path folder) {

    /** Delivers. */
    void to(Step.Deliver step, Mode mode) throws ApiFailure, Stopped {
        for (int n = 1; n <= step.files().size(); n++) {
            String content = content(step.files().get(n - 1));
            for (String namespace : step.namespaces()) {
                site.make(configMap("program-" + n, namespace, Map.of(step.files().get(n - 1).name(), content)), mode);
            }
        }
    }

    private Manifest configMap(String name, String namespace, Map<String, Object> files) {
        return new Manifest(Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata",
                Map.of("name", name, "namespace", namespace, "labels", new Names(site.run()).labels()), "binaryData", files, "immutable",
                true));
    }

    private String content(Step.File file) throws Stopped {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(file.name()));
            String sha = Sha256.of(bytes);
            if (!sha.equals(file.sha256())) {
                throw new Stopped(Why.REFUSED, "The file " + folder.resolve(file.name())
                        + " is another one than the plan was made with; plan again with this version of the program.");
            }
            return Base64.getEncoder().encodeToString(bytes);
        } catch (IOException e) {
            throw new Stopped(Why.REFUSED,
                    "The load generator's file " + file.name() + " cannot be read in " + folder + ": " + e.getMessage()
                            + "; install the program again.");
        }
    }

    /** Whether all files of the plan are there as it was made with them. */
    void check(List<Step> steps) throws Stopped {
        for (Step step : steps) {
            if (step instanceof Step.Deliver deliver) {
                for (Step.File file : deliver.files()) {
                    content(file);
                }
            }
        }
    }
}
