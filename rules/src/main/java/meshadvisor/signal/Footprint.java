package meshadvisor.signal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.catalog.ProxyRequests;
import meshadvisor.model.Amount;
import meshadvisor.model.Container;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Usage;
import meshadvisor.model.Workload;

/**
 * What one pod of a service that counts takes, as a mean over its pods that run; unstated where no running cluster was read or nobody tells.
 *
 * @param pods that run, else that are declared
 * @param meshed whether they take part in a mesh
 * @param app what its containers but the proxy request and use
 * @param proxy what its proxy does
 */
public record Footprint(String namespace, String name, int pods, boolean meshed, Part app, Part proxy) {

    /**
     * Of one pod, in bytes.
     *
     * @param known whether anything was read, be it that nothing is stated
     * @param limit of the container with the smallest one; unstated where one has none
     */
    public record Part(boolean known, Amount request, Amount limit, Amount used) {

        /** Nothing is known. */
        static final Part UNKNOWN = new Part(false, Amount.UNSTATED, Amount.UNSTATED, Amount.UNSTATED);
    }

    private record Use(ObjectKey pod, String container) {}

    /** Of every service that counts, in their order. */
    public static List<Footprint> of(World world) {
        Map<Use, Resources> used = new HashMap<>();
        for (Usage.OfContainer each : world.snapshot().live().usage().containers()) {
            used.put(new Use(each.pod(), each.container()), each.used());
        }
        return world.applications().counted().stream().map(each -> of(world, each, used))
                .sorted(Comparator.comparing(Footprint::namespace).thenComparing(Footprint::name)).toList();
    }

    private static Footprint of(World world, Application application, Map<Use, Resources> used) {
        List<RunningPod> running = application.workloads().stream().map(each -> each.meta().key()).distinct()
                .flatMap(key -> world.fleet().of(key).stream()).toList();
        int declared = application.workloads().stream().mapToInt(Workload::replicas).sum();
        return new Footprint(application.namespace(), application.name(), Math.max(1, running.isEmpty() ? declared : running.size()),
                application.workloads().stream().anyMatch(world::meshed), part(world, running, used, false),
                running.isEmpty() ? declared(world, application) : part(world, running, used, true));
    }

    /** What annotations of the template say of the proxy that will be injected, else the defaults of the mesh. */
    private static Part declared(World world, Application application) {
        return application.workloads().stream().filter(each -> world.member(each).sidecar()).findFirst()
                .map(each -> declared(world, each)).orElse(Part.UNKNOWN);
    }

    private static Part declared(World world, Workload workload) {
        Map<String, String> annotations = new HashMap<>();
        workload.pod().annotations().forEach((name, value) -> annotations.put(name, value.value()));
        return world.catalogue().requests(world.member(workload).mesh()).stream().filter(each -> each.per() == ProxyRequests.Per.POD)
                .findFirst()
                .map(defaults -> PredictedProxy.block(annotations, defaults))
                .map(block -> new Part(true, block.requests().memoryBytes(), block.limits().memoryBytes(), Amount.UNSTATED))
                .orElse(Part.UNKNOWN);
    }

    private static Part part(World world, List<RunningPod> pods, Map<Use, Resources> used, boolean proxies) {
        Function<RunningPod, Stream<RunningContainer>> containers = pod -> pod.containers().stream()
                .filter(each -> each.role() != Container.Role.INIT && proxy(world, pod, each) == proxies);
        if (pods.stream().flatMap(containers).findAny().isEmpty()) {
            return Part.UNKNOWN;
        }
        return new Part(true, mean(pods, pod -> containers.apply(pod).map(each -> each.requests().memoryBytes())),
                least(pods.stream().flatMap(containers).map(each -> each.limits().memoryBytes()).toList()),
                mean(pods, pod -> containers.apply(pod).map(each -> used.getOrDefault(new Use(pod.key(), each.name()), Resources.UNSTATED)
                        .memoryBytes())));
    }

    private static boolean proxy(World world, RunningPod pod, RunningContainer container) {
        return world.fleet().proxies().getOrDefault(pod.owner().workload(), List.of()).stream()
                .anyMatch(each -> each.container().name().equals(container.name()));
    }

    /** Of the sums of all pods; unstated where any container of any pod is. */
    private static Amount mean(List<RunningPod> pods, Function<RunningPod, Stream<Amount>> amounts) {
        List<Amount> all = pods.stream().flatMap(amounts).toList();
        return all.stream().allMatch(Amount::stated) ? Amount.of(all.stream().mapToLong(Amount::value).sum() / pods.size())
                : Amount.UNSTATED;
    }

    private static Amount least(List<Amount> limits) {
        OptionalLong least = limits.stream().mapToLong(Amount::value).min();
        return limits.stream().allMatch(Amount::stated) ? Amount.of(least) : Amount.UNSTATED;
    }
}
