package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.overhead.Chain;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Influence;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.overhead.Scale;

/** An estimate for people. */
record EstimateSections(Estimate estimate) {

    private static final int NAMED = 4;

    String sentence() {
        Scale scale = estimate.scale();
        return String.format(Locale.ROOT, "What a mesh would add to %s that carry %s between services",
                Amounts.whole(scale.pods()),
                Amounts.words(scale.requests()));
    }

    /** All ways beside each other. */
    List<Block> table() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading("What each way would add", "ways"),
                new Block.Rows(
                        List.of("way", "a call p50 ms", "a call p99 ms", "longest chain p99 ms", "CPU millicores", "memory MiB", "basis"),
                        estimate.forecasts().stream().map(EstimateSections::row).toList()),
                Block.item(1, "Each range holds nine of ten possibilities. The basis is the weakest of all that a row was made of.")));
        if (estimate.forecasts().stream().flatMap(f -> f.chains().stream()).anyMatch(c -> !c.known())) {
            blocks.add(Block.item(1, "* No call between your services is known; three calls in a row stand for a chain."));
        }
        return blocks;
    }

    private static List<String> row(Forecast forecast) {
        return List.of(forecast.overhead().variant(), Amounts.range(forecast.overhead().hopP50().range()),
                Amounts.range(forecast.overhead().hopP99().range()),
                forecast.chains().stream().findFirst().map(c -> Amounts.range(c.p99().range()) + (c.known() ? "" : " *")).orElse("-"),
                Amounts.range(forecast.cpu().range()), Amounts.range(forecast.memory().range()),
                Kebab.of(Stream.of(forecast.cpu(), forecast.overhead().hopP99()).map(a -> a.said().basis()).max(Basis::compareTo)
                        .orElse(Basis.ASSUMED)));
    }

    /** What would make the ranges smaller. */
    List<Block> doubts() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("What would shrink the ranges", "doubts"));
        for (Forecast forecast : estimate.forecasts()) {
            if (!forecast.influences().isEmpty()) {
                blocks.add(Block.item(1, forecast.overhead().variant() + ": " + String.join("; ", most(forecast))));
            }
        }
        blocks.add(
                Block.item(1, "A share is how much of the variance would go if the input were known. Give traffic with --prometheus-url or"
                        + " --requests; how fast an environment is only `meshadvisor bench run` and --calibrate tell."));
        return blocks;
    }

    private static List<String> most(Forecast forecast) {
        return forecast.influences().stream().map(Influence::of).distinct().map(of -> forecast.influences().stream()
                .filter(i -> i.of().equals(of)).findFirst().orElseThrow())
                .map(i -> String.format(Locale.ROOT, "%s by %.0f %% through \"%s\"", i.of(), 100 * i.share(), i.input())).toList();
    }

    /** Each way by itself. */
    List<Block> ways() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Each way", "each"));
        estimate.forecasts().forEach(f -> way(f, blocks));
        return blocks;
    }

    private static void way(Forecast forecast, List<Block> blocks) {
        blocks.add(new Block.Subheading(Tone.PLAIN, forecast.overhead().name() + " (" + forecast.overhead().variant() + ")",
                forecast.overhead().variant()));
        if (!forecast.overhead().parts().isEmpty()) {
            blocks.add(new Block.Rows(List.of("part", "how many", "requested each", "CPU millicores", "memory MiB", "basis"),
                    forecast.overhead().parts().stream().map(EstimateSections::part).toList()));
        }
        forecast.chains().stream().limit(NAMED).forEach(c -> blocks.add(Block.item(1, chain(c))));
        forecast.measured().forEach(m -> blocks.add(Block.item(1, "Measured: " + m)));
        stands(forecast).forEach(s -> blocks.add(Block.item(1, s)));
        forecast.overhead().unseen().forEach(u -> blocks.add(Block.item(1, "Not known: " + u)));
    }

    private static List<String> part(Part part) {
        String where = switch (part.where()) {
            case POD -> "in each of " + part.count() + " pods";
            case NODE -> "on each node, about " + part.count();
            case OWN -> part.count() + " of its own";
        };
        return List.of(part.name(), where, requested(part), Amounts.range(part.usedCpu().range()), Amounts.range(part.usedMemory().range()),
                Kebab.of(part.usedCpu().said().basis()));
    }

    private static String requested(Part part) {
        return part.requested().cpu() == 0 && part.requested().memory() == 0 ? "nothing"
                : String.format(Locale.ROOT, "%.0fm, %.0fMi", part.requested().cpu(), part.requested().memory());
    }

    private static String chain(Chain chain) {
        String way = chain.known() ? String.join(" > ", chain.services()) + (chain.calls() > chain.services().size() - 1
                ? " (" + chain.calls() + " calls in all)" : "") : "Three calls in a row (no call of yours is known)";
        return way + ": p50 " + Amounts.words(chain.p50()) + ", p99 " + Amounts.words(chain.p99())
                + (chain.p99InTurn().range().equals(chain.p99().range()) ? "" : ", p99 where calls are made in turn "
                        + Amounts.words(chain.p99InTurn()));
    }

    private static List<String> stands(Forecast forecast) {
        Amount hop = forecast.overhead().hopP99();
        Optional<String> latency = Optional.of(hop.said().source()).filter(s -> !s.isEmpty())
                .map(s -> "Latency, " + Kebab.of(hop.said().basis()) + " from: " + s
                        + (hop.said().date().isEmpty() ? "" : ", " + hop.said().date())
                        + (hop.said().conditions().isEmpty() ? "" : ". " + hop.said().conditions()));
        Optional<String> resources = Optional.of(forecast.cpu().said()).filter(s -> !forecast.overhead().parts().isEmpty())
                .map(s -> "CPU and memory, " + Kebab.of(s.basis()) + " from: " + s.source()
                        + (s.date().isEmpty() ? "" : "; the oldest of " + s.date()));
        return Stream.of(latency, resources).flatMap(Optional::stream).toList();
    }

    /** For how much of what it was made. */
    List<Block> scale() {
        Scale scale = estimate.scale();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("For how much", "scale"));
        named("requests between services", scale.requests(), blocks);
        named("requests from outside", scale.entering(), blocks);
        named("size of a request with its answer", scale.kibibytes(), blocks);
        named("open connections at each pod", scale.connections(), blocks);
        named("share of requests that need HTTP features", scale.httpShare(), blocks);
        named("nodes", scale.nodes(), blocks);
        blocks.add(
                Block.item(1, "pods that a mesh would take in: " + Amounts.whole(scale.pods()) + "; namespaces that may need a waypoint: "
                        + scale.waypoints()));
        return blocks;
    }

    private static void named(String what, Amount amount, List<Block> blocks) {
        blocks.add(Block.item(1, what + ": " + Amounts.words(amount) + ", " + Kebab.of(amount.said().basis()) + " ("
                + Stream.of(amount.said().source(), amount.said().conditions()).filter(s -> !s.isEmpty())
                        .reduce((a, b) -> a + "; " + b).orElse("")
                + ")"));
    }

    /** How to read it. */
    List<Block> reading() {
        return List.of(new Block.Heading("How to read this", "reading"),
                Block.item(1,
                        "The latency of one call is a lognormal distribution through its published quantiles. Calls in a chain are drawn and"
                                + " added, calls at once count by the last one; percentiles are never added."),
                Block.item(1,
                        "The same environment holds for all calls and parts of one experiment, so ranges of parts do not add up to the range"
                                + " of the whole."),
                Block.item(1,
                        "A published latency holds for its machines; others show up to seven times as much, so a range with that factor is"
                                + " given until it is measured here."),
                Block.item(1, "Published CPU for 1000 requests fell short 3.1 to 5.5 times of what was measured on cloud machines"
                        + " (great-sidecar-debate, 2025, at its highest rate), and agreed with another cloud (AKS, 2024)."));
    }
}
