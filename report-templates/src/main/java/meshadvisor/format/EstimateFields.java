package meshadvisor.format;

import meshadvisor.catalog.Kebab;
import meshadvisor.cost.overhead.Chain;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.overhead.Scale;

/** An estimate for programs. */
final class EstimateFields {

    private EstimateFields() {}

    static void write(Fields fields, Estimate estimate) {
        fields.object("scale", f -> scale(f, estimate.scale()));
        fields.objects("ways", estimate.forecasts(), EstimateFields::forecast);
        CheckSections.write(fields, "checks", estimate.checks());
    }

    private static void scale(Fields fields, Scale scale) {
        Amounts.write(fields, "requests", scale.requests());
        Amounts.write(fields, "entering", scale.entering());
        Amounts.write(fields, "size", scale.kibibytes());
        Amounts.write(fields, "connections", scale.connections());
        Amounts.write(fields, "httpShare", scale.httpShare());
        Amounts.write(fields, "nodes", scale.nodes());
        fields.number("pods", (long) scale.likelyPods());
        Amounts.write(fields, "podsBetween", scale.pods());
        fields.number("waypoints", (long) scale.waypoints());
    }

    private static void forecast(Fields fields, Forecast forecast) {
        fields.text("mesh", forecast.overhead().mesh());
        fields.text("variant", forecast.overhead().variant());
        fields.text("name", forecast.overhead().name());
        Amounts.write(fields, "hopP50", forecast.overhead().hopP50());
        Amounts.write(fields, "hopP99", forecast.overhead().hopP99());
        Amounts.write(fields, "cpu", forecast.cpu());
        Amounts.write(fields, "memory", forecast.memory());
        fields.objects("parts", forecast.overhead().parts(), EstimateFields::part);
        fields.objects("chains", forecast.chains(), EstimateFields::chain);
        fields.objects("influences", forecast.influences(), (f, i) -> {
            f.text("of", i.of());
            f.text("input", i.input());
            f.number("share", Math.round(i.share() * 1000) / 1000.0);
        });
        fields.texts("measured", forecast.measured());
        fields.texts("unseen", forecast.overhead().unseen());
    }

    private static void part(Fields fields, Part part) {
        fields.text("name", part.name());
        fields.text("where", Kebab.of(part.where()));
        fields.number("count", (long) part.count());
        fields.object("requested", f -> size(f, part.requested()));
        fields.object("limited", f -> size(f, part.limited()));
        Amounts.write(fields, "cpu", part.usedCpu());
        Amounts.write(fields, "memory", part.usedMemory());
    }

    /** Null where there is no limit. */
    private static void size(Fields fields, Part.Size size) {
        number(fields, "cpu", size.cpu());
        number(fields, "memory", size.memory());
    }

    private static void number(Fields fields, String name, double value) {
        if (Double.isFinite(value)) {
            fields.number(name, value);
        } else {
            fields.nothing(name);
        }
    }

    private static void chain(Fields fields, Chain chain) {
        fields.texts("services", chain.services());
        fields.flag("known", chain.known());
        fields.number("calls", (long) chain.calls());
        Amounts.write(fields, "p50", chain.p50());
        Amounts.write(fields, "p99", chain.p99());
        Amounts.write(fields, "p99InTurn", chain.p99InTurn());
    }
}
