package meshadvisor.catalog;

/**
 * What a part of a mesh requests where nobody says otherwise. Quantities are written as Kubernetes writes them, empty where none is set.
 *
 * @param variant id of the variant
 * @param per whether every pod or every node has one
 * @param part name of it, such as {@code sidecar}
 * @param cpuAnnotation annotation of a pod that sets another request, empty if there is none
 * @param memoryAnnotation likewise
 * @param replaces whether one annotation replaces the whole block, so that what it does not set is not set at all
 */
public record ProxyRequests(String variant, Per per, String part, String cpu, String memory, String cpuLimit, String memoryLimit,
        String cpuAnnotation, String memoryAnnotation, String cpuLimitAnnotation, String memoryLimitAnnotation, boolean replaces,
        String mark, String source, String date) {

    /** What has one. */
    public enum Per {
        POD, NODE
    }

    public ProxyRequests {
        Given.needed(variant, "variant");
        Given.needed(per, "per");
        Given.needed(part, "part");
        Given.needed(mark, "mark");
        Given.needed(source, "source");
        Given.needed(date, "date");
        cpu = Given.or(cpu, "");
        memory = Given.or(memory, "");
        cpuLimit = Given.or(cpuLimit, "");
        memoryLimit = Given.or(memoryLimit, "");
        cpuAnnotation = Given.or(cpuAnnotation, "");
        memoryAnnotation = Given.or(memoryAnnotation, "");
        cpuLimitAnnotation = Given.or(cpuLimitAnnotation, "");
        memoryLimitAnnotation = Given.or(memoryLimitAnnotation, "");
    }
}
