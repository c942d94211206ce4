package meshadvisor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.files.UnusableFile;
import meshadvisor.gate.Told;
import meshadvisor.model.Gap;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Reserved;
import meshadvisor.signal.Reserved.Span;
import meshadvisor.tree.Node;

/** Reads a report that was written as JSON or YAML, as far as budgets ask for it. */
final class GateReportFile {

    private static final Pattern VERSION = Pattern.compile("1\\.(\\d{1,4})");
    private static final Pattern RUN = Pattern.compile("\"kind\"\\s*:\\s*\"BenchRun\"");
    private static final int LEAST_MINOR = 3;
    private static final int BEGINNING = 4 << 10;
    private static final double MEBIBYTE = 1 << 20;

    private final Path file;

    private GateReportFile(Path file) {
        this.file = file;
    }

    /** Whether the file looks like a run of a benchmark, and not like a report. */
    static boolean isRun(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return RUN.matcher(new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8)).find();
        } catch (IOException e) {
            return false; // whoever reads it says why it cannot be read
        }
    }

    /** Reads reports; what is wrong with any of them is told at once. */
    static List<Told> all(List<Path> files) {
        return new OwnFiles("meshadvisor assess -o json=FILE", "a report that meshadvisor assess wrote").read(files, GateReportFile::read);
    }

    /**
     * Reads a report.
     *
     * @throws UnusableFile if it is none, or of a version without what budgets ask for
     */
    private static Told read(Path file) throws IOException, UnusableFile {
        return new GateReportFile(file).told(ReportFile.root(file));
    }

    private Told told(Node root) throws UnusableFile {
        Matcher version = VERSION.matcher(root.at("schema", "version").text());
        if (!version.matches() || Integer.parseInt(version.group(1)) < LEAST_MINOR) {
            throw new UnusableFile(
                    file + " is a report of format " + root.at("schema", "version").text() + ", and budgets need 1." + LEAST_MINOR
                            + " or a later 1.x; make it anew with this version of meshadvisor");
        }
        try {
            return content(root);
        } catch (NumberFormatException e) {
            throw new UnusableFile(file + " does not hold together: a number is missing or malformed (" + e.getMessage()
                    + "); make it anew with meshadvisor assess -o json");
        }
    }

    private static Told content(Node root) {
        Node scope = root.get("scope");
        int unrendered = whole(scope.get("unrendered"));
        Told.Scope read = new Told.Scope(all(scope.get("paths"), Node::text), root.get("asOf").text(),
                whole(scope.get("documents")) + unrendered, whole(scope.get("understood")), whole(scope.get("unreadable")),
                whole(scope.get("coveragePercent")));
        boolean runs = root.get("mesh").items().stream().anyMatch(m -> m.get("evidence").text().equals("data-plane"));
        boolean there = runs || root.at("verdict", "outcome").text().equals("ADOPT") || !root.get("considered").items().isEmpty();
        List<String> open = root.get("needs").items().stream().filter(n -> n.get("answer").text().equals("ASK"))
                .filter(n -> NeedAnswer.active(truth(n.get("stated")), truth(n.get("observed")), Truth.of(runs)))
                .map(n -> n.get("id").text()).toList();
        Node nodes = root.at("running", "nodes");
        return new Told(read, there, root.at("services", "application").items().size(),
                nodes.present() ? OptionalInt.of(whole(nodes)) : OptionalInt.empty(), all(root.get("findings"), GateReportFile::found),
                all(root.get("notAssessed"), GateReportFile::open), all(root.get("gaps"), GateReportFile::gap),
                all(root.at("seen", "requests"), GateReportFile::reserved), open);
    }

    private static <T> List<T> all(Node list, Function<Node, T> each) {
        return list.items().stream().map(each).toList();
    }

    private static Truth truth(Node node) {
        return switch (node.text()) {
            case "yes" -> Truth.YES;
            case "no" -> Truth.NO;
            default -> Truth.UNKNOWN;
        };
    }

    private static Told.Found found(Node node) {
        Node object = node.get("object");
        return new Told.Found(node.get("code").text(), node.get("rule").text(), node.get("severity").text(), node.get("applies").text(),
                object.get("kind").text(), object.get("namespace").text(), object.get("name").text(), node.get("message").text(),
                place(node.get("location")));
    }

    private static NotAssessed open(Node node) {
        return new NotAssessed(node.get("code").text(), node.get("rule").text(), whole(node.get("subjects")),
                all(node.get("gaps"), GateReportFile::gap));
    }

    private static Gap gap(Node node) {
        return new Gap(node.get("id").text(), node.get("what").text(), node.get("why").text(), node.get("remedy").text(), place(node));
    }

    private static Place place(Node node) {
        return new Place(node.get("file").text(), wholeOrNothing(node.get("line")), wholeOrNothing(node.get("column")));
    }

    private static Reserved reserved(Node node) {
        ObjectKey key = new ObjectKey("", node.get("kind").text(), node.get("namespace").text(), node.get("name").text());
        return new Reserved(key, node.get("mesh").text(), span(node.get("pods"), 1), span(node.get("proxies"), 1),
                span(node.get("cpuMillicores"), 1), span(node.get("memoryMebibytes"), MEBIBYTE), node.get("open").text());
    }

    private static Span span(Node node, double unit) {
        Node high = node.get("high");
        return new Span(amount(node.get("low"), unit), high.present() ? OptionalLong.of(amount(high, unit)) : OptionalLong.empty());
    }

    private static long amount(Node node, double unit) {
        return Math.round(Double.parseDouble(shown(node)) * unit);
    }

    private static int whole(Node node) {
        return Integer.parseInt(shown(node));
    }

    private static int wholeOrNothing(Node node) {
        return node.present() ? whole(node) : 0;
    }

    private static String shown(Node node) {
        return node.text().isEmpty() ? "nothing" : node.text();
    }
}
