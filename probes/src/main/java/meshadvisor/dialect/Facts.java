package meshadvisor.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import meshadvisor.model.Attached;
import meshadvisor.model.Conduct;
import meshadvisor.model.Delivery;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.InputProblem;
import meshadvisor.model.Install;
import meshadvisor.model.LimitRange;
import meshadvisor.model.Meta;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.Patch;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference;
import meshadvisor.model.Route;
import meshadvisor.model.Segmentation;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;

/** What has been read so far, in the order of reading. Each file is read into facts of its own, which are then joined in the order of the files. */
public final class Facts {

    /** A variable that a delivery tool replaces; {@code under} is the folder whose files it holds for, empty for all. */
    public record Variable(String name, Text value, String under, Evidence definedBy) {}

    /** Variables that a delivery tool takes from a ConfigMap. */
    public record VariableSource(String configMap, String namespace, String under, Evidence definedBy) {}

    /** A container that takes variables from a ConfigMap: all, or one key as the variable of a name. */
    public record EnvFrom(Meta workload, String container, Text configMap, String key, String variable) {}

    /** A ConfigMap; {@code data} holds only values that are single scalars. */
    public record ConfigMap(Meta meta, Map<String, Text> data) {}

    /** A backend of an Ingress, and whether nginx is told to send it a share of the requests of another Ingress for the same host and path. */
    public record IngressBackend(Meta ingress, boolean canary, String host, String path, Text service) {}

    public final List<Meta> definitions = new ArrayList<>();
    public final List<Workload> workloads = new ArrayList<>();
    public final List<Service> services = new ArrayList<>();
    public final List<Meta> namespaces = new ArrayList<>();
    public final List<LimitRange> limitRanges = new ArrayList<>();
    public final List<ConfigMap> configMaps = new ArrayList<>();
    public final List<EnvFrom> envFrom = new ArrayList<>();
    public final List<Route> routes = new ArrayList<>();
    public final List<Conduct> conducts = new ArrayList<>();
    public final List<Attached> attached = new ArrayList<>();
    public final List<Reference> references = new ArrayList<>();
    public final List<IngressBackend> ingressBackends = new ArrayList<>();
    public final List<Provision> provisions = new ArrayList<>();
    public final List<Delivery> deliveries = new ArrayList<>();
    public final List<Edge> edges = new ArrayList<>();
    public final List<IdentityPolicy> identityPolicies = new ArrayList<>();
    public final List<MtlsSetting> mtlsSettings = new ArrayList<>();
    public final List<Segmentation> segmentations = new ArrayList<>();
    public final List<Install> installs = new ArrayList<>();
    public final List<Patch> patches = new ArrayList<>();
    public final List<GatewayClass> gatewayClasses = new ArrayList<>();
    public final List<Use> uses = new ArrayList<>();
    public final List<Variable> variables = new ArrayList<>();
    public final List<VariableSource> variableSources = new ArrayList<>();
    public final List<Gap> gaps = new ArrayList<>();
    public final List<InputProblem> problems = new ArrayList<>();
    public final Seen live = new Seen();

    /** The class that a Gateway names. */
    public record GatewayClass(Meta gateway, Text className) {}

    private List<List<?>> all() {
        List<List<?>> all = new ArrayList<>(live.all());
        all.addAll(List.of(definitions, workloads, services, namespaces, limitRanges, configMaps, envFrom, routes, conducts, attached,
                references,
                ingressBackends,
                provisions,
                deliveries, edges,
                identityPolicies, mtlsSettings, segmentations, installs, patches, gatewayClasses, uses, variables, variableSources, gaps,
                problems));
        return all;
    }

    /** Appends everything of the other facts. */
    @SuppressWarnings("unchecked") // both lists of a pair are the same field
    public void join(Facts other) {
        List<List<?>> mine = all();
        List<List<?>> theirs = other.all();
        for (int i = 0; i < mine.size(); i++) {
            ((List<Object>) mine.get(i)).addAll(theirs.get(i));
        }
        live.joinMaps(other.live);
    }

    /** Forgets everything. */
    public void clear() {
        all().forEach(List::clear);
        live.clearMaps();
    }
}
