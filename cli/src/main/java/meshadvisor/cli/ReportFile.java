package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.cost.Range;
import meshadvisor.files.UnusableFile;
import meshadvisor.report.Report;
import meshadvisor.report.Saved;
import meshadvisor.report.Saved.Figure;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;

/** Reads reports that were saved as JSON or YAML, as far as two can be compared. */
final class ReportFile {

    private ReportFile() {}

    /** Reads them; what is wrong with any of them is told at once. */
    static List<Saved> all(List<Path> files) {
        return new OwnFiles("meshadvisor assess -o json=FILE", "what meshadvisor assess -o json wrote").read(files, ReportFile::read);
    }

    private static Saved read(Path file) throws IOException, UnusableFile {
        Node root = root(file);
        String version = root.at("schema", "version").text();
        if (!version.matches("1\\.\\d{1,4}")) {
            throw unusable(file, "is a report of format " + version + ", and only 1.x is known here");
        }
        try {
            return saved(root);
        } catch (IllegalArgumentException e) {
            throw unusable(file, "does not hold together (" + e.getMessage() + ")");
        }
    }

    /**
     * Its content, of whatever version.
     *
     * @throws UnusableFile if it is no report
     */
    static Node root(Path file) throws IOException, UnusableFile {
        Node root = tree(file);
        if (!root.at("schema", "name").text().equals(Report.SCHEMA)) {
            throw unusable(file, "is no report of meshadvisor");
        }
        return root;
    }

    /**
     * The content of a result, of whatever kind.
     *
     * @throws UnusableFile if it can be none
     */
    static Node tree(Path file) throws IOException, UnusableFile {
        List<Node> documents = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        YamlReader.read(Files.readAllBytes(file), Limits.DEFAULT, document -> documents.add(document.root()),
                problem -> problems.add(problem.line() + ":" + problem.column() + ": " + problem.sentence()));
        if (!problems.isEmpty() || documents.isEmpty()) {
            throw unusable(file, "is no report" + (problems.isEmpty() ? "" : " (" + problems.getFirst() + ")"));
        }
        return documents.getFirst();
    }

    private static UnusableFile unusable(Path file, String why) {
        return new UnusableFile(file + " " + why + "; give what meshadvisor assess -o json wrote");
    }

    private static Saved saved(Node root) {
        Stream<Figure> added = root.get("added").items().stream().flatMap(ReportFile::added);
        Stream<Figure> measured = root.get("measured").items().stream().flatMap(run -> run.get("facts").items().stream())
                .flatMap(ReportFile::measured);
        return new Saved(root.get("asOf").text(), verdict(root.get("verdict")), list(root.get("needs"), ReportFile::need),
                list(root.get("findings"), ReportFile::found),
                list(root.get("mesh"), mesh -> mesh.get("mesh").text() + " (" + mesh.get("evidence").text() + ")"),
                list(root.at("services", "application"), ReportFile::name),
                (int) number(root.at("scope", "coveragePercent")), list(root.get("gaps"), gap -> gap.get("what").text()),
                Stream.concat(added, measured).toList(),
                list(root.get("thresholds"), limit -> new Saved.Limit(limit.get("id").text(), limit.get("value").text())));
    }

    private static <T> List<T> list(Node node, Function<Node, T> each) {
        return node.items().stream().map(each).toList();
    }

    private static Saved.Verdict verdict(Node node) {
        return new Saved.Verdict(node.get("outcome").text(), node.get("mesh").text(), node.get("confidence").text(),
                list(node.get("flips"), flip -> new Saved.Flip(flip.get("fact").text(), flip.get("to").text(), flip.get("outcome").text(),
                        flip.get("mesh").text())));
    }

    private static Saved.Need need(Node node) {
        return new Saved.Need(node.get("id").text(), node.get("title").text(), node.get("stated").text(), node.get("observed").text(),
                node.get("answer").text(), node.get("because").text());
    }

    private static Saved.Found found(Node node) {
        Node object = node.get("object");
        return new Saved.Found(node.get("code").text(), node.get("rule").text(), node.get("severity").text(), node.get("applies").text(),
                (object.get("kind").text() + " " + name(object)).strip());
    }

    private static String name(Node node) {
        String namespace = node.get("namespace").text();
        return namespace.isEmpty() ? node.get("name").text() : namespace + "/" + node.get("name").text();
    }

    private static Stream<Figure> added(Node node) {
        String way = node.get("variant").text();
        return Stream.of("hopP50", "hopP99", "cpu", "memory", "longestChainP99").filter(name -> node.get(name).present())
                .map(name -> new Figure(way + " would add, " + name, node.at(name, "unit").text(), node.at(name, "basis").text(),
                        range(node.get(name), "likely")));
    }

    private static Stream<Figure> measured(Node node) {
        String variant = node.get("label").text() + " at " + node.get("load").text();
        return Stream.of("p50", "p99").filter(name -> node.at(name, "adds").present())
                .map(name -> new Figure(variant + " adds, " + name, "µs", "measured", range(node.at(name, "adds"), "micros")));
    }

    private static Range range(Node node, String middle) {
        double likely = number(node.get(middle));
        return new Range(Math.min(likely, number(node.get("low"))), likely, Math.max(likely, number(node.get("high"))));
    }

    private static double number(Node node) {
        if (!node.present()) {
            throw new IllegalArgumentException("a number is missing");
        }
        return Double.parseDouble(node.text());
    }
}
