package meshadvisor.bench;

import java.util.List;
import java.util.Optional;

/**
 * All that a benchmark will do, known before it does anything. The same order, scene and name give the same plan.
 *
 * @param run the name of the run, part of the names of all that it makes
 * @param variants those that are run, and their descriptions
 * @param notRun those that are not, whole sentences: why, and what would make them run
 * @param cautions what to know before it is run, whole sentences
 * @param placed where generators and servers stand
 * @param rights what the user must be allowed to do
 * @param peak what it costs the cluster at most at one time
 * @param deadlineSeconds after which the cluster removes everything by itself
 */
public record BenchPlan(String run, Order order, List<Variant> variants, List<String> notRun, List<String> cautions,
        Placed placed, List<Right> rights, Peak peak, int deadlineSeconds, int expectedSeconds, List<Step> steps) {

    /** One of its variants. */
    public Optional<Variant> variant(String id) {
        return variants.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** A right, such as to create Jobs in the run's namespaces. {@code namespace} is empty for rights on the cluster. */
    public record Right(String group, String resource, List<String> verbs, String namespace, String why) {}

    /** Names of nodes. */
    public record Placed(String generators, String servers) {}

    /** At most at one time. */
    public record Peak(int pods, int cpu, int memoryMebibytes, double requestsPerSecond) {}
}
