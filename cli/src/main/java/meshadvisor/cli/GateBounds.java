package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.catalog.Kebab;
import meshadvisor.gate.Bound;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.gate.Metric;
import meshadvisor.gate.Metric.From;
import meshadvisor.gate.Unit;
import meshadvisor.tree.Node;

/**
 * Reads the limits of a budget.
 *
 * @param currencies that were stated so far
 */
record GateBounds(Metric metric, GateMistakes mistakes, List<Currency> currencies) {

    private static final Pattern MONEY = Pattern.compile("(.*?) ?([A-Z]{3})");

    /** A currency and where it stands. */
    record Currency(String code, Node node) {}

    List<Bound> of(Node item) {
        List<Bound> bounds = new ArrayList<>();
        boolean any = false;
        for (Kind kind : Kind.values()) {
            Node node = item.get(Kebab.of(kind));
            any |= node.present();
            if (node.present()) {
                read(node, kind, bounds);
            }
        }
        if (!any) {
            mistakes.at(item, "a budget needs a limit: max, min, max-share, max-increase or max-decrease");
        }
        return bounds;
    }

    private void read(Node node, Kind kind, List<Bound> bounds) {
        if (kind == Kind.MAX_SHARE && metric.shareOf().isEmpty()) {
            mistakes.at(node, metric.id() + " is a share of nothing; write max, or max-increase with a percentage");
        } else if (kind.change() && metric.from() == From.CHANGE) {
            mistakes.at(node, metric.id() + " is a change itself; write max or min");
        } else {
            boolean share = kind == Kind.MAX_SHARE || kind.change() && metric.unit() != Unit.PERCENT && node.text().strip().endsWith("%");
            Unit unit = share ? Unit.PERCENT : metric.unit();
            Matcher money = MONEY.matcher(node.text().strip());
            boolean stated = unit == Unit.MONEY && money.matches();
            OptionalDouble limit = unit.parse(stated ? money.group(1) : node.text());
            if (limit.isEmpty() || unit == Unit.MONEY && !stated) {
                mistakes.at(node, "\"" + node.text() + "\" is no limit of " + metric.id() + ": write " + unit.form()
                        + (kind.change() && metric.unit() != Unit.PERCENT ? ", or a percentage of what it was, such as 10%" : ""));
            } else {
                bounds.add(new Bound(kind, limit.getAsDouble(), share ? Scale.PERCENT : Scale.UNIT));
                currencies.addAll(stated ? List.of(new Currency(money.group(2), node)) : List.of());
            }
        }
    }
}
