package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import meshadvisor.catalog.Kebab;
import meshadvisor.gate.Bound;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.gate.Metric;
import meshadvisor.gate.Metric.From;
import meshadvisor.gate.Unit;
import meshadvisor.tree.Node;

/** Reads the limits of a budget. */
record GateBounds(Metric metric, GateMistakes mistakes) {

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
            OptionalDouble limit = unit.parse(node.text());
            if (limit.isEmpty()) {
                mistakes.at(node, "\"" + node.text() + "\" is no limit of " + metric.id() + ": write " + unit.form()
                        + (kind.change() && metric.unit() != Unit.PERCENT ? ", or a percentage of what it was, such as 10%" : ""));
            } else {
                bounds.add(new Bound(kind, limit.getAsDouble(), share ? Scale.PERCENT : Scale.UNIT));
            }
        }
    }
}
