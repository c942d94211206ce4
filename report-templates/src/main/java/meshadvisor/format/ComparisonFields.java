package meshadvisor.format;

import java.util.List;
import meshadvisor.bench.ComparisonOfRuns;
import meshadvisor.bench.ComparisonOfRuns.Side;
import meshadvisor.bench.ComparisonOfRuns.Unlike;
import meshadvisor.bench.Outcome;
import meshadvisor.catalog.Kebab;

/** Two benchmarks side by side as named fields: docs/formats/bench-comparison.schema.json. */
final class ComparisonFields {

    static final String SCHEMA = "meshadvisor/bench-comparison";
    static final String SCHEMA_VERSION = "1.1";

    private ComparisonFields() {}

    static void write(Fields out, ComparisonOfRuns compared) {
        out.schema(SCHEMA, SCHEMA_VERSION);
        out.flag("comparable", compared.environment().isEmpty());
        out.object("first", f -> side(f, compared.first()));
        out.object("second", f -> side(f, compared.second()));
        out.objects("environment", compared.environment(), ComparisonFields::unlike);
        out.objects("versions", compared.versions(), ComparisonFields::unlike);
        out.number("family", compared.family());
        out.objects("contrasts", compared.contrasts(), (f, contrast) -> {
            BenchFields.setting(f, contrast.load(), contrast.scenarios());
            f.text("variant", contrast.variant());
            f.text("against", contrast.against());
            f.text("statistic", contrast.statistic().label());
            outcome(f, "first", contrast.first());
            outcome(f, "second", contrast.second());
            f.objects("noise", contrast.floors(), (g, floor) -> g.number("floorMicros", floor.micros()));
            outcome(f, "change", contrast.change());
        });
        out.texts("inOne", compared.inOne());
    }

    private static void side(Fields out, Side side) {
        out.text("run", side.run());
        out.text("startedAt", side.startedAt());
        out.text("end", Kebab.of(side.end()));
        out.texts("warnings", List.copyOf(side.warnings()));
    }

    private static void unlike(Fields out, Unlike unlike) {
        out.text("what", unlike.what());
        out.textOrNull("first", unlike.first());
        out.textOrNull("second", unlike.second());
    }

    private static void outcome(Fields out, String name, Outcome outcome) {
        out.object(name, f -> OutcomeFields.write(f, outcome));
    }
}
