package meshadvisor.bench.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import meshadvisor.bench.BenchPlan;
import org.junit.jupiter.api.Test;

/** One small plan, word for word: whoever changes what is done to a cluster sees it here. */
class PlanTextTest {

    @Test
    void a_small_plan_is_the_one_that_was_reviewed() throws IOException {
        assertThat(text(Examples.usual().loads(Examples.HOP).variants("istio-sidecar"))).isEqualTo(reviewed("plan.txt"));
    }

    private static String text(Examples examples) {
        BenchPlan plan = examples.plan();
        List<String> lines = new ArrayList<>(Description.summary(plan, examples.scene()));
        lines.add("");
        lines.addAll(Description.steps(plan));
        lines.add("");
        lines.addAll(RightsRole.lines(plan));
        lines.add("");
        Examples.objects(plan).stream().filter(object -> !object.name().equals("drive-2") && !object.name().equals("drive-3"))
                .forEach(object -> lines.add(JsonText.of(object.object())));
        lines.add(JsonText.of(RightsRole.of(plan).object()));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String reviewed(String name) throws IOException {
        try (var in = Objects.requireNonNull(PlanTextTest.class.getResourceAsStream("/bench/planning/" + name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
