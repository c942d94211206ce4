package meshadvisor.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.catalog.Given;

/**
 * A way from the generator to the server: plain, or through a mesh. One file of the catalogue each.
 *
 * @param id what users type, such as {@code istio-sidecar}
 * @param rank what the way gives; only variants of one class are ranked against each other
 * @param scope what has to change for it
 * @param tls who encrypts
 * @param detect how one sees that it can be run here
 * @param enrol what makes pods of a namespace take this way
 * @param prove what shows that the measured requests took it; all must hold
 * @param bill what runs because of it
 * @param faults how it is disturbed on purpose
 * @param install commands for a cluster that may be thrown away, and how to undo them
 * @param refuses protocols that it cannot carry
 * @param cautions what to know before running it, whole sentences
 * @param source where all this is written
 * @param proveClient what shows that requests left by this way to a Service that is not the run's own, whose pods are not asked;
 *        {@code $port}, {@code $target} and {@code $targetNamespace} are replaced. None: such a Service is not loaded by this way
 */
public record Variant(String id, String name, Rank rank, Scope scope, Tls tls, Detect detect, Enrol enrol, List<Proof> prove, Bill bill,
        Faults faults, Install install, List<Refusal> refuses, List<String> cautions, String source, List<Proof> proveClient) {

    /** One that drives the run's own servers only. */
    public Variant(String id, String name, Rank rank, Scope scope, Tls tls, Detect detect, Enrol enrol, List<Proof> prove, Bill bill,
            Faults faults, Install install, List<Refusal> refuses, List<String> cautions, String source) {
        this(id, name, rank, scope, tls, detect, enrol, prove, bill, faults, install, refuses, cautions, source, List.of());
    }

    public Variant {
        proveClient = Given.list(proveClient);
        Given.needed(id, "id");
        Given.needed(name, "name");
        Given.needed(rank, "rank");
        Given.needed(scope, "scope");
        Given.needed(tls, "tls");
        Given.needed(source, "source");
        detect = Given.or(detect, new Detect(List.of(), "", List.of(), ""));
        enrol = Given.or(enrol, new Enrol(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), "", "", "restricted", Map.of(), List.of()));
        prove = Given.list(prove);
        bill = Given.or(bill, new Bill(List.of(), List.of(), List.of()));
        faults = Given.or(faults, new Faults("", Map.of(), Map.of(), Map.of(), List.of()));
        install = Given.or(install, new Install(List.of(), List.of(), List.of()));
        refuses = Given.list(refuses);
        cautions = Given.list(cautions);
    }

    /** The same with all that must be proved where this happens. */
    public Variant during(List<Order.Scenario> scenarios) {
        return scenarios.contains(Order.Scenario.CERTIFICATE_ROTATION)
                ? proving(Stream.concat(prove.stream(), faults.renewed.stream()).toList())
                : this;
    }

    /** The same with other proofs. */
    public Variant proving(List<Proof> proofs) {
        return new Variant(id, name, rank, scope, tls, detect, enrol, proofs, bill, faults, install, refuses, cautions, source,
                proveClient);
    }

    /** Why it cannot carry a protocol, a clause; empty if it can. */
    public Optional<String> refusal(Load.Protocol protocol) {
        return refuses.stream().filter(refusal -> refusal.protocol() == protocol).map(Refusal::because).findFirst();
    }

    /**
     * A protocol that cannot be carried.
     *
     * @param because why, a clause
     */
    public record Refusal(Load.Protocol protocol, String because) {
        public Refusal {
            Given.needed(protocol, "protocol");
            Given.needed(because, "because");
        }
    }

    /** What a way gives, from little to much. */
    public enum Rank {
        PLAIN, ENCRYPTION, IDENTITY, TELEMETRY, POLICY
    }

    /** Whether a label on a namespace is enough, or the whole cluster has to change. */
    public enum Scope {
        NAMESPACE, CLUSTER
    }

    /** Who encrypts between the pods. */
    public enum Tls {
        NOBODY, APPLICATION, MESH
    }

    /**
     * Signs that all must be there. None at all: always there.
     *
     * @param revisionLabel whose value, on the first object that gives a version, is the revision of the control plane; empty if there are
     *        no revisions
     * @param flavours what tells installations that are not as shipped
     * @param remedy how to get it, as a clause; empty if nothing is needed
     */
    public record Detect(List<Sign> signs, String revisionLabel, List<Flavour> flavours, String remedy) {
        public Detect {
            signs = Given.list(signs);
            revisionLabel = Given.or(revisionLabel, "");
            flavours = Given.list(flavours);
            remedy = Given.or(remedy, "");
        }
    }

    /**
     * What tells that an installation is not as shipped.
     *
     * @param name which stands beside the variant's id in every result, such as {@code upstream-envoy}
     * @param sign which must be there
     * @param because what follows from the sign, a whole sentence
     */
    public record Flavour(String name, Sign sign, String because) {
        public Flavour {
            Given.needed(name, "name");
            Given.needed(sign, "sign");
            Given.needed(because, "because");
        }
    }

    /**
     * An object of the cluster that shows that a variant can be run.
     *
     * @param resource group, version and plural, such as {@code apps/v1/deployments} or {@code v1/configmaps}
     * @param namespace empty for any
     * @param labels that it must have
     * @param name empty for any
     * @param field a path into the object, such as {@code data.enable-wireguard}; in lists a step is the name of an item; empty if being
     *        there is enough
     * @param value a regular expression that the field must match in full; a field that is not there is the empty text
     * @param version whether the version is read from the image tag of its first container
     */
    public record Sign(String resource, String namespace, Map<String, String> labels, String name, String field, String value,
            boolean version) {
        public Sign {
            Given.needed(resource, "resource");
            namespace = Given.or(namespace, "");
            labels = Given.map(labels);
            name = Given.or(name, "");
            field = Given.or(field, "");
            value = Given.or(value, "");
        }
    }

    /**
     * What enrols. {@code $namespace}, {@code $revision}, {@code $service} and {@code $port}, that of the servers, are replaced.
     *
     * @param manifests objects applied with the namespace, before any pod, as YAML trees
     * @param container the proxy that each pod must have to count as enrolled; empty if there is none
     * @param annotation one that each pod must have got, as {@code key=value}; empty if there is none
     * @param podSecurity the Pod Security level that the namespace can enforce: {@code restricted}, or {@code privileged} if containers are
     *        put into pods that may change the network
     * @param normalised annotations of pods that make the proxy comparable (workers, requests, limits), used on request
     */
    public record Enrol(Map<String, String> namespaceLabels, Map<String, String> namespaceAnnotations, Map<String, String> podLabels,
            Map<String, String> podAnnotations, List<Map<String, Object>> manifests, String container, String annotation,
            String podSecurity, Map<String, String> normalised, List<Map<String, Object>> normalisedManifests) {
        public Enrol {
            namespaceLabels = Given.map(namespaceLabels);
            namespaceAnnotations = Given.map(namespaceAnnotations);
            podLabels = Given.map(podLabels);
            podAnnotations = Given.map(podAnnotations);
            manifests = Given.list(manifests);
            container = Given.or(container, "");
            annotation = Given.or(annotation, "");
            podSecurity = Given.or(podSecurity, "restricted");
            normalised = Given.map(normalised);
            normalisedManifests = Given.list(normalisedManifests);
        }
    }

    /**
     * What runs because of it.
     *
     * @param containers names of containers in the enrolled pods
     * @param nodeAgents pods of DaemonSets
     * @param controlPlane pods that serve all
     */
    public record Bill(List<String> containers, List<Pods> nodeAgents, List<Pods> controlPlane) {
        public Bill {
            containers = Given.list(containers);
            nodeAgents = Given.list(nodeAgents);
            controlPlane = Given.list(controlPlane);
        }
    }

    /**
     * How it is disturbed on purpose. What is empty cannot be done within the namespace of the run.
     *
     * @param quit where a POST from the generator's pod ends its proxy, such as {@code http://127.0.0.1:15020/quitquitquit}
     * @param podAnnotations that the proxy needs to obey it
     * @param proxies labels of pods in the namespace that are proxies of their own, and can be deleted
     * @param shortCertificates annotations of pods whose proxies then have certificates that live for two minutes
     * @param renewed what shows that certificates were renewed meanwhile
     */
    public record Faults(String quit, Map<String, String> podAnnotations, Map<String, String> proxies,
            Map<String, String> shortCertificates, List<Proof> renewed) {
        public Faults {
            renewed = Given.list(renewed);
            quit = Given.or(quit, "");
            podAnnotations = Given.map(podAnnotations);
            proxies = Given.map(proxies);
            shortCertificates = Given.map(shortCertificates);
        }
    }

    /** Pods of one kind. */
    public record Pods(String namespace, Map<String, String> labels) {
        public Pods {
            Given.needed(namespace, "namespace");
            Given.needed(labels, "labels");
        }
    }

    /** Commands, one argument vector each; they are the user's own tools. */
    public record Install(List<List<String>> commands, List<List<String>> uninstall, List<String> needs) {
        public Install {
            commands = Given.list(commands);
            uninstall = Given.list(uninstall);
            needs = Given.list(needs);
        }
    }
}
