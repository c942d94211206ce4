package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.cost.overhead.Chain;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Influence;
import meshadvisor.report.Report;

/** What the meshes that are named would add, in short; {@code meshadvisor estimate} tells the rest. */
final class AddedSection {

    private AddedSection() {}

    static List<Block> of(Report report) {
        if (report.added().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        report.added().forEach(forecast -> blocks.add(Block.item(1, line(forecast))));
        report.added().getFirst().influences().stream().filter(i -> i.of().equals("CPU")).findFirst().map(AddedSection::doubt)
                .ifPresent(text -> blocks.add(Block.item(1, text)));
        boolean measured = report.added().stream().anyMatch(f -> !f.measured().isEmpty());
        blocks.add(Block.item(1, "Nine of ten possibilities lie in each range; "
                + (measured ? "what proxies use in this cluster, else published and assumed figures" : "published and assumed figures, none"
                        + " measured here")
                + ". Sources, parts and what is not known: meshadvisor estimate."));
        return Sections.section("What it would add", "added", blocks);
    }

    /** A sentence and no row of a table, which a narrow terminal could not hold. */
    private static String line(Forecast forecast) {
        String call = forecast.overhead().variant() + ": " + Amounts.range(forecast.overhead().hopP99().range()) + " ms to p99 of a call";
        String chain = chain(forecast).map(c -> ", " + Amounts.range(c.p99().range()) + " ms to that of the longest chain").orElse("");
        return call + chain + "; " + Amounts.range(forecast.cpu().range()) + " millicores and " + Amounts.range(forecast.memory().range())
                + " MiB in all.";
    }

    private static Optional<Chain> chain(Forecast forecast) {
        return forecast.chains().stream().filter(Chain::known).findFirst();
    }

    private static String doubt(Influence influence) {
        return "Most of the doubt in the CPU, " + Math.round(100 * influence.share()) + " %, is \"" + influence.input() + "\".";
    }

    static void write(Fields out, Report report) {
        out.objects("added", report.added(), (f, forecast) -> {
            f.text("mesh", forecast.overhead().mesh());
            f.text("variant", forecast.overhead().variant());
            f.text("name", forecast.overhead().name());
            Amounts.write(f, "hopP50", forecast.overhead().hopP50());
            Amounts.write(f, "hopP99", forecast.overhead().hopP99());
            Amounts.write(f, "cpu", forecast.cpu());
            Amounts.write(f, "memory", forecast.memory());
            chain(forecast).ifPresentOrElse(c -> Amounts.write(f, "longestChainP99", c.p99()), () -> f.nothing("longestChainP99"));
            f.texts("unseen", forecast.overhead().unseen());
        });
    }
}
