package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Need;
import meshadvisor.catalog.Question;
import meshadvisor.model.Answers;
import meshadvisor.model.Answers.Objective;
import meshadvisor.model.Answers.Said;
import meshadvisor.model.Place;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;

/** Reads an answers file. Every mistake in it is told with its line, all at once. */
final class AnswersFile {

    /** What the key {@code schema} must say. */
    static final String SCHEMA = "meshadvisor/answers/1.0";

    private static final Set<String> PARTS = new TreeSet<>(Set.of("schema", "needs", "facts", "requirements", "services", "objectives"));

    private final Path file;
    private final Catalogue catalogue;
    private final List<Mistake> mistakes;

    private AnswersFile(Path file, Catalogue catalogue, List<Mistake> mistakes) {
        this.file = file;
        this.catalogue = catalogue;
        this.mistakes = mistakes;
    }

    static Answers read(Path file, Catalogue catalogue, List<Mistake> mistakes) {
        AnswersFile answers = new AnswersFile(file, catalogue, mistakes);
        List<Node> documents = new ArrayList<>();
        try {
            YamlReader.read(UserFile.bytes(file), Limits.DEFAULT, d -> documents.add(d.root()), p -> mistakes
                    .add(new Mistake.FileMistake(new Place(file.toString(), p.line(), p.column()), p.sentence() + " " + p.remedy())));
        } catch (IOException e) {
            mistakes.add(UserFile.mistake(file, e, "give a file that `meshadvisor questions` wrote"));
            return Answers.NONE;
        }
        return documents.isEmpty() ? Answers.NONE : answers.read(documents.getFirst());
    }

    private Answers read(Node root) {
        keys(root, PARTS, "");
        if (!root.get("schema").text().equals(SCHEMA)) {
            mistake(root.get("schema").present() ? root.get("schema") : root, "the first line must be \"schema: " + SCHEMA + "\"");
        }
        Set<String> needs = catalogue.needs().stream().map(Need::id).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Question> questions = new LinkedHashMap<>();
        catalogue.questions().forEach(q -> questions.put(q.id(), q));
        Map<String, Said> stated = statements(root.get("needs"), needs, "need");
        stated.forEach((id, said) -> oneOf(said, id, List.of("yes", "no", "unknown")));
        Map<String, Said> facts = statements(root.get("facts"), questions.keySet(), "fact");
        facts.forEach((id, said) -> {
            Question question = questions.get(id);
            if (question != null) {
                oneOf(said, id, question.options());
            }
        });
        Node services = root.get("services");
        keys(services, new TreeSet<>(Set.of("count", "leave-out")), "services.");
        return new Answers(stated, facts, requirements(root.get("requirements")), list(services.get("count")),
                list(services.get("leave-out")),
                objectives(root.get("objectives")));
    }

    private void keys(Node node, Set<String> known, String prefix) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (!known.contains(entry.key().text())) {
                    mistake(entry.key(), "unknown key \"" + prefix + entry.key().text() + "\"; " + Known.hint(entry.key().text(), known));
                }
            }
        } else if (node.present()) {
            mistake(node, "a mapping with some of " + known + " belongs here");
        }
    }

    private Map<String, Said> statements(Node node, Set<String> known, String what) {
        Map<String, Said> all = new LinkedHashMap<>();
        if (!(node instanceof Mapping mapping)) {
            return all;
        }
        for (Entry entry : mapping.entries()) {
            String id = entry.key().text();
            if (known.contains(id)) {
                all.put(id, said(entry.value()));
            } else {
                mistake(entry.key(), "unknown " + what + " \"" + id + "\"; " + Known.hint(id, known));
            }
        }
        return all;
    }

    /** A bare value, or a mapping with value, by and on. */
    private Said said(Node node) {
        if (node instanceof Mapping) {
            keys(node, new TreeSet<>(Set.of("value", "by", "on")), "");
            return new Said(word(node.get("value")), node.get("by").text(), node.get("on").text(), place(node));
        }
        return new Said(word(node), "", "", place(node));
    }

    private static String word(Node node) {
        return switch (node.text()) {
            case "true", "Yes", "YES" -> "yes";
            case "false", "No", "NO" -> "no";
            default -> node.text();
        };
    }

    private void oneOf(Said said, String id, List<String> options) {
        boolean number = options.contains("number") && said.value().matches("\\d{1,9}");
        boolean text = options.contains("text") && !said.value().isBlank();
        if (!options.contains(said.value()) && !number && !text) {
            mistakes.add(new Mistake.FileMistake(said.place(),
                    "\"" + said.value() + "\" is no answer to " + id + "; " + String.join(", ", options)
                            + " are"));
        }
    }

    private List<Said> requirements(Node node) {
        Set<String> known = catalogue.capabilities().stream().map(Capability::capability).collect(Collectors.toCollection(TreeSet::new));
        List<Said> all = list(node);
        all.stream().filter(r -> !known.contains(r.value())).forEach(r -> mistakes.add(new Mistake.FileMistake(r.place(),
                "unknown requirement \"" + r.value() + "\"; " + Known.hint(r.value(), known))));
        return all;
    }

    private List<Said> list(Node node) {
        return node.items().stream().map(this::said).toList();
    }

    private List<Objective> objectives(Node node) {
        List<Objective> all = new ArrayList<>();
        for (Node item : node.items()) {
            keys(item, new TreeSet<>(Set.of("service", "quantile", "limit", "by", "on")), "objectives.");
            String limit = item.get("limit").text();
            OptionalDouble millis = Times.millis(limit);
            String quantile = item.get("quantile").text();
            if (item.get("service").text().isEmpty() || millis.isEmpty() || !quantile.matches("\\d{1,2}(\\.\\d{1,3})?")) {
                mistake(item, "an objective has a service, a quantile such as 99 or 99.9, and a limit such as 250ms or 2s");
            } else {
                Said said = new Said(limit, item.get("by").text(), item.get("on").text(), place(item));
                all.add(new Objective(item.get("service").text(), Double.parseDouble(quantile), millis.getAsDouble(), said));
            }
        }
        return all;
    }

    private Place place(Node node) {
        return new Place(file.toString(), node.line(), node.column());
    }

    private void mistake(Node node, String what) {
        mistakes.add(new Mistake.FileMistake(place(node), what));
    }
}
