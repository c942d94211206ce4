package meshadvisor.signal;

import java.util.Map;

import meshadvisor.catalog.ProxyRequests;
import meshadvisor.model.Amount;
import meshadvisor.model.Quantity;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningPod;

/** What the proxy of a pod would request and be limited to: what the pod's annotations say, else the default of the mesh. */
record PredictedProxy(RunningPod pod, Resources requests, Resources limits) {

    static PredictedProxy in(RunningPod pod, ProxyRequests defaults) {
        Block block = block(pod.annotations(), defaults);
        return new PredictedProxy(pod, block.requests, block.limits);
    }

    /** What a container requests and is limited to. */
    record Block(Resources requests, Resources limits) {}

    /** What annotations of a pod, and the defaults where they say nothing, give its proxy. */
    static Block block(Map<String, String> annotations, ProxyRequests defaults) {
        String cpu = asked(annotations, defaults.cpuAnnotation());
        String memory = asked(annotations, defaults.memoryAnnotation());
        String cpuLimit = asked(annotations, defaults.cpuLimitAnnotation());
        String memoryLimit = asked(annotations, defaults.memoryLimitAnnotation());
        boolean dropped = defaults.replaces() && !(cpu + memory + cpuLimit + memoryLimit).isEmpty();
        Resources limits = Quantity.resources(or(cpuLimit, dropped, defaults.cpuLimit()), or(memoryLimit, dropped, defaults.memoryLimit()));
        Resources requests = Quantity.resources(or(cpu, dropped, defaults.cpu()), or(memory, dropped, defaults.memory()));
        // a container that states a limit and no request requests its limit
        return new Block(new Resources(first(requests.cpuMillis(), limits.cpuMillis()),
                first(requests.memoryBytes(), limits.memoryBytes())), limits);
    }

    private static Amount first(Amount amount, Amount otherwise) {
        return amount.stated() ? amount : otherwise;
    }

    private static String asked(Map<String, String> annotations, String annotation) {
        return annotation.isEmpty() ? "" : annotations.getOrDefault(annotation, "");
    }

    private static String or(String asked, boolean dropped, String otherwise) {
        return !asked.isEmpty() ? asked : dropped ? "" : otherwise;
    }

    /** What the scheduler would reserve for it. */
    Room.Sum reserved() {
        return new Room.Sum(requests.cpuMillis().orNothing(), requests.memoryBytes().orNothing());
    }
}
