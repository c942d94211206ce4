package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.tree.Node;

/** Reads from Jobs, pods and events why pods do not come up. Pure. */
final class Causes {

    /** What a kubelet says of a container that will not start without somebody's help. */
    private static final Set<String> NO_IMAGE = Set.of("ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");
    private static final Set<String> NO_START = Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError",
            "CrashLoopBackOff");
    /** So long somebody may still help: a second kubelet, an autoscaler, a volume that comes late. */
    private static final int PATIENCE_SECONDS = 20;

    private Causes() {}

    /**
     * What was seen of a Job that is waited for.
     *
     * @param waitedSeconds since it was made
     */
    record Seen(String job, Node object, List<Node> pods, List<Node> events, int waitedSeconds) {}

    /** What keeps its pods from running, whole sentences with what to do; none as long as they may still come. */
    static List<String> of(Seen seen) {
        List<String> causes = new ArrayList<>();
        if (seen.pods.isEmpty()) {
            refused(seen).ifPresent(causes::add);
        }
        for (Node pod : seen.pods) {
            of(pod, seen).ifPresent(causes::add);
        }
        if (causes.isEmpty()) {
            failed(seen).ifPresent(causes::add);
        }
        return causes.stream().distinct().toList();
    }

    /** The Job's controller could not make the pods: quota, limits, Pod Security, webhooks. */
    private static Optional<String> refused(Seen seen) {
        return seen.events.stream().filter(event -> event.at("involvedObject", "name").text().equals(seen.job))
                .filter(event -> event.get("reason").text().equals("FailedCreate")).reduce((first, last) -> last)
                .map(event -> Remedies.sentence("The pods of " + seen.job + " cannot be made", event.get("message").text()));
    }

    private static Optional<String> of(Node pod, Seen seen) {
        String name = pod.at("metadata", "name").text();
        Node status = pod.get("status");
        if (status.get("phase").text().equals("Failed")) {
            return Optional.of(Remedies.sentence("The pod " + name + " failed",
                    Stream.of(status.get("reason").text(), status.get("message").text(), ends(status)).filter(s -> !s.isEmpty())
                            .reduce((a, b) -> a + ": " + b).orElse("the kubelet does not say why")));
        }
        Optional<String> container = containers(status).map(each -> waiting(name, each, seen.waitedSeconds)).flatMap(Optional::stream)
                .findFirst();
        if (container.isPresent()) {
            return container;
        }
        return seen.waitedSeconds < PATIENCE_SECONDS ? Optional.empty() : unscheduled(name, status).or(() -> unmounted(name, seen));
    }

    private static Optional<String> waiting(String pod, Node container, int waited) {
        Node waiting = container.at("state", "waiting");
        String reason = waiting.get("reason").text();
        if (NO_IMAGE.contains(reason)) {
            return Optional.of("The image " + container.get("image").text() + " of the pod " + pod + " cannot be pulled ("
                    + waiting.get("message").text().strip().replaceAll("\\.$", "")
                    + "); name one that this cluster can pull with --image, such as a copy in your own registry.");
        }
        if (NO_START.contains(reason) && waited >= PATIENCE_SECONDS) {
            return Optional.of("The container " + container.get("name").text() + " of the pod " + pod + " does not start: " + reason + ", "
                    + waiting.get("message").text() + ".");
        }
        return Optional.empty();
    }

    private static Optional<String> unscheduled(String pod, Node status) {
        return status.get("conditions").items().stream().filter(condition -> condition.get("type").text().equals("PodScheduled"))
                .filter(condition -> condition.get("status").text().equals("False")).findFirst()
                .map(condition -> Remedies.sentence("No node takes the pod " + pod, condition.get("message").text()));
    }

    private static Optional<String> unmounted(String pod, Seen seen) {
        return seen.events.stream().filter(event -> event.at("involvedObject", "name").text().equals(pod))
                .filter(event -> Set.of("FailedMount", "FailedCreatePodSandBox").contains(event.get("reason").text()))
                .reduce((first, last) -> last)
                .map(event -> Remedies.sentence("The pod " + pod + " cannot be set up", event.get("message").text()));
    }

    private static Optional<String> failed(Seen seen) {
        return seen.object.at("status", "conditions").items().stream()
                .filter(condition -> condition.get("type").text().equals("Failed") && condition.get("status").text().equals("True"))
                .findFirst().map(condition -> Remedies.sentence("The Job " + seen.job + " failed", condition.get("reason").text() + ", "
                        + condition.get("message").text()));
    }

    /** How containers ended that ended badly. */
    private static String ends(Node status) {
        return containers(status).filter(each -> each.at("state", "terminated").present())
                .filter(each -> !each.at("state", "terminated", "exitCode").text().equals("0"))
                .map(each -> each.get("name").text() + " ended with " + each.at("state", "terminated", "exitCode").text() + " ("
                        + each.at("state", "terminated", "reason").text() + ")")
                .reduce((a, b) -> a + ", " + b).orElse("");
    }

    private static Stream<Node> containers(Node status) {
        return Stream.concat(status.get("initContainerStatuses").items().stream(), status.get("containerStatuses").items().stream());
    }
}
