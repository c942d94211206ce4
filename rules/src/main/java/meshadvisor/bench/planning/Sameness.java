package meshadvisor.bench.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Step;
import org.jspecify.annotations.Nullable;

/** Whether two lists of steps do the same. Manifests are compared as JSON: neither the order of fields nor how numbers are held matters. */
final class Sameness {

    private Sameness() {}

    /** Where steps that were read are not those that were made, as the begin of a sentence; empty if they are the same. */
    static Optional<String> difference(List<Step> read, List<Step> made) {
        if (read.size() != made.size()) {
            return Optional.of("the plan has " + read.size() + " steps, and its order leads to " + made.size());
        }
        return IntStream.range(0, read.size()).filter(at -> !plain(read.get(at)).equals(plain(made.get(at)))).boxed().findFirst()
                .map(at -> "step " + (at + 1) + " of the plan is not what its order leads to here");
    }

    private static Step plain(Step step) {
        return switch (step) {
            case Step.Apply(String why, List<Manifest> objects) -> new Step.Apply(why, plain(objects));
            case Step.Ask(String variant, Manifest job, int atMost) -> new Step.Ask(variant, plain(job), atMost);
            case Step.Drive drive -> new Step.Drive(drive.session(), drive.block(), drive.variant(),
                    drive.cells().stream().map(Sameness::plain).toList(), plain(drive.job()), drive.atMostSeconds());
            case Step.Deliver deliver -> deliver;
            case Step.AwaitReady await -> await;
            case Step.Idle idle -> idle;
            case Step.Look look -> look;
            case Step.Remove remove -> remove;
        };
    }

    private static Step.Cell plain(Step.Cell cell) {
        return new Step.Cell(cell.name(), cell.load(), cell.scenarios(), cell.disturbance().stream().map(each -> new Step.Disturbance(
                each.what(), each.afterSeconds(), each.ready(), plain(each.apply()), plain(each.delete()))).toList());
    }

    private static List<Manifest> plain(List<Manifest> manifests) {
        return manifests.stream().map(Sameness::plain).toList();
    }

    private static Manifest plain(Manifest manifest) {
        return new Manifest(Map.of("as JSON", json(manifest.object())));
    }

    private static String json(@Nullable Object tree) {
        return switch (tree) {
            case null -> "null";
            case Map<?, ?> fields -> fields.entrySet().stream()
                    .map(field -> JsonText.of(String.valueOf(field.getKey())) + ":" + json(field.getValue())).sorted()
                    .collect(Collectors.joining(",", "{", "}"));
            case List<?> items -> items.stream().map(Sameness::json).collect(Collectors.joining(",", "[", "]"));
            default -> JsonText.of(tree);
        };
    }
}
