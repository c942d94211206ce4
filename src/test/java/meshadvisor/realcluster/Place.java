package meshadvisor.realcluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A namespace with one workload of each kind, whose pods run. It is removed at the end.
 *
 * @param name of the namespace
 */
record Place(Lab lab, String name) implements AutoCloseable {

    /** The workloads as they are applied. */
    static String manifest() {
        try (InputStream file = Place.class.getResourceAsStream("/realcluster/shop.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the namespace and waits until its pods run. */
    static Place in(Lab lab, String name) {
        empty(lab, name);
        Place place = new Place(lab, name);
        lab.kubectlWith(manifest(), "-n", name, "apply", "-f", "-").good();
        lab.kubectl("-n", name, "create", "job", "report-by-hand", "--from=cronjob/report").good();
        lab.kubectl("-n", name, "rollout", "status", "deployment/cart", "--timeout=120s").good();
        lab.kubectl("-n", name, "rollout", "status", "statefulset/ledger", "--timeout=120s").good();
        lab.kubectl("-n", name, "rollout", "status", "daemonset/agent", "--timeout=120s").good();
        lab.kubectl("-n", name, "wait", "pods", "--all", "--for=condition=Ready", "--timeout=120s").good();
        return place;
    }

    /** Makes the namespace, without anything in it. */
    static Place empty(Lab lab, String name) {
        lab.kubectl("delete", "namespace", name, "--ignore-not-found").good();
        lab.kubectl("create", "namespace", name).good();
        return new Place(lab, name);
    }

    @Override
    public void close() {
        lab.kubectl("delete", "namespace", name).good();
    }
}
