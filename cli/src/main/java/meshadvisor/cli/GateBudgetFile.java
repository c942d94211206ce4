package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.gate.Budget;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.Budget.Unseen;
import meshadvisor.gate.Budgets;
import meshadvisor.gate.Metric;
import meshadvisor.gate.Metric.Form;
import meshadvisor.gate.Metrics;
import meshadvisor.gate.Selection;
import meshadvisor.gate.Waiver;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;

/** Reads a file of budgets. Every mistake in it is told with its line, all at once. */
final class GateBudgetFile {

    private static final Set<String> PARTS = new TreeSet<>(Set.of("schema", "budgets", "waivers"));
    private static final Set<String> OF_BUDGET = new TreeSet<>(
            Set.of("name", "metric", "of", "each", "max", "min", "max-share", "max-increase", "max-decrease", "level", "unseen"));
    private static final Set<String> OF_WAIVER = new TreeSet<>(Set.of("budget", "of", "owner", "reason", "until"));

    private final Path file;
    private final Metrics metrics;
    private final GateMistakes mistakes;
    private final GateLabels labels;
    private final List<GateBounds.Currency> currencies = new ArrayList<>();

    private GateBudgetFile(Path file, Metrics metrics, Map<String, String> rules, List<Mistake> mistakes) {
        this.file = file;
        this.metrics = metrics;
        this.mistakes = new GateMistakes(file, mistakes);
        this.labels = new GateLabels(rules, this.mistakes);
    }

    /**
     * Reads it; what is wrong is added to the mistakes.
     *
     * @param rules codes of rules by all their names
     */
    static Budgets read(Path file, Metrics metrics, Map<String, String> rules, List<Mistake> mistakes) {
        GateBudgetFile budgets = new GateBudgetFile(file, metrics, rules, mistakes);
        List<Node> documents = new ArrayList<>();
        try {
            YamlReader.read(UserFile.bytes(file), Limits.DEFAULT, d -> documents.add(d.root()),
                    p -> budgets.mistakes.add(p.line(), p.column(), p.sentence() + " " + p.remedy()));
        } catch (UserFile.TooLarge e) {
            mistakes.add(UserFile.mistake(file, e, "give a file of budgets (docs/gate.md)"));
            return new Budgets(file.toString(), List.of(), List.of());
        } catch (IOException e) {
            mistakes.add(new Mistake.UsageMistake(Files.isDirectory(file) ? "--budget " + file + " is a folder; give a file (docs/gate.md)"
                    : "--budget " + file + ": cannot read it; give a file of budgets (docs/gate.md)"));
            return new Budgets(file.toString(), List.of(), List.of());
        }
        if (documents.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake.UsageMistake(file + " is empty; begin it with \"schema: " + Budgets.SCHEMA + "\""));
        }
        documents.stream().skip(1).forEach(d -> budgets.mistakes.at(d, "a second document; all budgets belong into the first"));
        return documents.isEmpty() ? new Budgets(file.toString(), List.of(), List.of()) : budgets.read(documents.getFirst());
    }

    private Budgets read(Node root) {
        mistakes.keys(root, PARTS, "");
        if (!root.get("schema").text().equals(Budgets.SCHEMA)) {
            mistakes.at(root.get("schema").present() ? root.get("schema") : root,
                    "the first line must be \"schema: " + Budgets.SCHEMA + "\"");
        }
        if (root.get("budgets").items().isEmpty()) {
            mistakes.at(root.get("budgets").present() ? root.get("budgets") : root, "a list of budgets belongs under \"budgets\"");
        }
        Map<String, Budget> budgets = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        root.get("budgets").items().forEach(item -> budget(item, budgets, names));
        if (root.get("waivers").present() && root.get("waivers").items().isEmpty()) {
            mistakes.at(root.get("waivers"), "a list of waivers belongs under \"waivers\"");
        }
        List<Waiver> waivers = root.get("waivers").items().stream().flatMap(item -> waiver(item, budgets, names).stream()).toList();
        return new Budgets(file.toString(), List.copyOf(budgets.values()), waivers).in(currency());
    }

    /** The one of all amounts; empty where there is none. */
    private String currency() {
        currencies.stream().filter(c -> !c.code().equals(currencies.getFirst().code())).forEach(c -> mistakes.at(c.node(), "an amount in "
                + c.code() + ", and the first is in " + currencies.getFirst().code() + "; write all in one currency"));
        return currencies.stream().map(GateBounds.Currency::code).findFirst().orElse("");
    }

    private void budget(Node item, Map<String, Budget> budgets, Set<String> names) {
        mistakes.keys(item, OF_BUDGET, "");
        String id = item.get("metric").text();
        var metric = metrics.of(id);
        if (metric.isEmpty()) {
            mistakes.at(item.get("metric").present() ? item.get("metric") : item, (id.isEmpty() ? "a budget needs a \"metric\"; "
                    : "unknown metric \"" + id + "\"; " + Similar.to(id, metrics.ids()).map(m -> "did you mean \"" + m + "\"? ").orElse(""))
                    + "known are " + String.join(", ", new TreeSet<>(metrics.ids())));
            names.add(item.get("name").text());
            return;
        }
        Selection selection = labels.selection(item.get("of"), metric.get());
        String name = item.get("name").present() ? item.get("name").text()
                : id + (labels.stated(item.get("of")).isEmpty() ? "" : " of " + new Selection(id, labels.stated(item.get("of"))).words());
        if (!names.add(name)) {
            mistakes.at(item.get("name").present() ? item.get("name") : item,
                    "another budget is called \"" + name + "\", too; give this one a name");
        }
        budgets.put(name, new Budget(name, metric.get(), selection, each(item.get("each"), metric.get()),
                new GateBounds(metric.get(), mistakes, currencies).of(item), mistakes.word(item.get("level"), Level.class, Level.FAIL),
                unseen(item.get("unseen"), metric.get()), mistakes.place(item)));
    }

    private String each(Node node, Metric metric) {
        if (node.present() && metric.form() == Form.EACH) {
            mistakes.at(node, metric.id() + " is judged one by one anyway; leave out \"each\"");
        } else if (node.present() && metric.label(node.text()).isEmpty()) {
            mistakes.at(node, metric.id() + " has no label \"" + node.text() + "\"; " + labels.hint(node.text(), metric));
        }
        return node.text();
    }

    private Unseen unseen(Node node, Metric metric) {
        if (node.present() && metric.form() == Form.EACH) {
            mistakes.at(node, "\"unseen\" is about counts, and " + metric.id() + " is measured or predicted; leave it out");
        }
        return mistakes.word(node, Unseen.class, Unseen.COUNT);
    }

    private List<Waiver> waiver(Node item, Map<String, Budget> budgets, Set<String> names) {
        if (!(item instanceof Mapping)) {
            mistakes.at(item, "a waiver is a mapping with budget, owner, reason and until");
            return List.of();
        }
        mistakes.keys(item, OF_WAIVER, "");
        for (String key : List.of("budget", "owner", "reason", "until")) {
            if (item.get(key).text().isBlank()) {
                mistakes.at(item, "a waiver needs \"" + key + "\"");
            }
        }
        String name = item.get("budget").text();
        if (!name.isBlank() && !names.contains(name)) {
            mistakes.at(item.get("budget"), "no budget is called \"" + name + "\"; " + Known.hint(name, names));
        }
        String until = item.get("until").text();
        if (!until.isBlank() && !GateDays.is(until)) {
            mistakes.at(item.get("until"), "\"" + until + "\" is no day: write it as yyyy-mm-dd; it is the last on which the waiver holds");
        }
        Budget budget = budgets.get(name);
        return budget == null ? List.of()
                : List.of(new Waiver(name, labels.of(item.get("of"), budget.metric()), item.get("owner").text(), item.get("reason").text(),
                        until, mistakes.place(item)));
    }

    /** All names of rules, for budgets of their findings. */
    static Map<String, String> codes(Map<String, String> idByCode) {
        return idByCode.entrySet().stream().flatMap(e -> Set.of(e.getKey(), e.getValue()).stream().map(n -> Map.entry(n, e.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }
}
