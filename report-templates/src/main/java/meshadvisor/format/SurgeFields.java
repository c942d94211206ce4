package meshadvisor.format;

import meshadvisor.catalog.Kebab;
import meshadvisor.simulate.Effect;
import meshadvisor.simulate.Influence;
import meshadvisor.simulate.Onset;
import meshadvisor.simulate.Share;
import meshadvisor.simulate.Spell;
import meshadvisor.simulate.Spread;
import meshadvisor.simulate.SurgeOrder;
import meshadvisor.simulate.SurgeReport;
import meshadvisor.simulate.input.Prior;

/** A simulated surge as named fields: docs/formats/surge.schema.json. What never happens and what has no end is null. */
final class SurgeFields {

    static final String SCHEMA = "meshadvisor/surge";
    static final String SCHEMA_VERSION = "1.2";

    private SurgeFields() {}

    static void write(Fields out, SurgeReport report) {
        out.schema(SCHEMA, SCHEMA_VERSION);
        order(out, report.order());
        share(out, "outOfMemory", report.out());
        share(out, "cascade", report.cascade());
        if (report.order().told().any()) {
            share(out, "asTold", report.asTold());
        } else {
            out.nothing("asTold");
        }
        onset(out, report.onset());
        numbers(out, report.numbers());
        out.object("typical", f -> {
            f.number("run", report.typical().run());
            f.number("nodes", report.typical().nodes());
            f.objects("spells", report.typical().spells(), SurgeFields::spell);
        });
        out.objects("remedies", report.effects(), SurgeFields::effect);
        out.objects("influences", report.influences(), SurgeFields::influence);
        out.objects("inputs", report.inputs(), SurgeFields::input);
        out.texts("gaps", report.order().premises().gaps());
    }

    private static void order(Fields out, SurgeOrder order) {
        out.text("title", order.premises().title());
        out.text("variant", order.model().variant());
        out.number("services", order.premises().crews().size());
        out.number("pods", order.premises().pods());
        out.number("factor", order.extent().factor());
        out.number("minutes", order.extent().minutes());
        out.number("seed", order.extent().seed());
        out.number("runs", order.extent().runs());
    }

    private static void share(Fields out, String name, Share share) {
        out.object(name, f -> {
            f.number("some", share.some());
            f.number("all", share.all());
            f.number("share", share.value());
            BenchFields.interval(f, "interval95", share.interval());
        });
    }

    private static void onset(Fields out, Onset onset) {
        out.object("startsAt", f -> {
            spread(f, "factor", onset.factor());
            f.number("tried", onset.tried());
            f.number("runs", onset.runs());
        });
    }

    private static void spread(Fields out, String name, Spread spread) {
        out.object(name, f -> {
            number(f, "p5", spread.low());
            number(f, "p50", spread.likely());
            number(f, "p95", spread.high());
        });
    }

    private static void number(Fields out, String name, double value) {
        if (Double.isFinite(value)) {
            out.number(name, value);
        } else {
            out.nothing(name);
        }
    }

    private static void numbers(Fields out, SurgeReport.Numbers numbers) {
        out.object("numbers", f -> {
            spread(f, "nodes", numbers.nodes());
            spread(f, "firstLossMinute", numbers.firstLoss());
            spread(f, "podsLost", numbers.losses());
            spread(f, "failedShare", numbers.failed());
            spread(f, "worstP99Millis", numbers.worstP99());
            spread(f, "badMinutes", numbers.badMinutes());
            spread(f, "largestProxyMib", numbers.highestProxy());
        });
    }

    private static void spell(Fields out, Spell spell) {
        out.text("kind", Kebab.of(spell.kind()));
        out.number("fromMinute", spell.from());
        out.number("toMinute", spell.to());
        out.number("podsLost", spell.losses());
        out.number("killedAtLimit", spell.limited());
        out.number("nodesHit", spell.hit());
        out.number("pushedToProxies", spell.pushed());
        out.number("failedShare", spell.failed());
        out.number("worstP99Millis", spell.p99());
    }

    private static void effect(Fields out, Effect effect) {
        out.text("id", effect.remedy().id());
        out.text("name", effect.remedy().name());
        out.text("how", effect.remedy().how());
        out.texts("of", effect.remedy().of());
        out.text("result", Kebab.of(effect.worth()));
        pair(out, "outOfMemory", effect.out());
        pair(out, "cascade", effect.cascade());
        change(out, "failedShareChange", effect.requests());
        change(out, "worstP99Ratio", effect.latency());
        out.object("pCorrected", f -> {
            f.number("cascade", effect.chance().cascades());
            f.number("failedShare", effect.chance().requests());
            f.number("worstP99", effect.chance().latency());
        });
        onset(out, effect.onset());
        spread(out, "nodesAdded", effect.added());
        spread(out, "killedAtLimit", effect.restarts());
    }

    private static void pair(Fields out, String name, Share.Pair pair) {
        out.object(name, f -> {
            f.number("before", pair.before().value());
            f.number("after", pair.after().value());
            f.number("change", pair.by());
            BenchFields.interval(f, "interval95", pair.change());
        });
    }

    private static void change(Fields out, String name, Effect.Change change) {
        out.object(name, f -> {
            f.number("by", change.by());
            BenchFields.interval(f, "interval95", change.interval());
        });
    }

    private static void influence(Fields out, Influence influence) {
        out.text("input", Kebab.of(influence.input().input()));
        out.number("lowestThird", influence.low().value());
        out.number("highestThird", influence.high().value());
        BenchFields.interval(out, "changeInterval", influence.change());
        out.flag("moreThanChance", influence.clear());
    }

    private static void input(Fields out, Prior prior) {
        out.text("input", Kebab.of(prior.input()));
        out.number("low", prior.low());
        out.number("high", prior.high());
        out.text("scale", Kebab.of(prior.scale()));
        out.text("unit", prior.unit());
        out.text("basis", Kebab.of(prior.basis()));
        out.text("source", prior.source());
        out.textOrNull("date", prior.date());
        out.text("says", prior.says());
    }
}
