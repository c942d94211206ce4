package meshadvisor.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.model.Answers;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;

/**
 * An example of a rule: a file {@code KIND.WHY.yaml} in its folder. {@code fires.*} expects findings of the rule, {@code silent.*} none, and
 * {@code unknown.*} that the rule says it could not assess. Comments at the top may say more:
 *
 * <pre>
 * # expect: Job/migrate line 12 error     every finding, one comment each; line and severity only where they matter
 * # need: mtls                            a need that the user states
 * </pre>
 *
 * A folder {@code KIND.WHY.source} beside it is code that the user gives with it.
 */
public record Example(String rule, String name, String text) {

    private static final Pattern FILE = Pattern.compile("(fires|silent|unknown)\\.[a-z0-9-]+\\.yaml");

    /** Whether a file is an example. Other files beside a rule are not. */
    static boolean is(Path file) {
        return FILE.matcher(file.getFileName().toString()).matches();
    }

    /** Whether a file belongs to the code of an example: it lies in a folder called like the example, with {@code .source} at its end. */
    static boolean isCode(Path file) {
        return file.toString().replace('\\', '/').contains(".source/");
    }

    /** Every example of every rule, sorted. */
    public static Stream<Example> all() {
        return Knowledge.files().filter(f -> is(f) && !isCode(f)).map(f -> new Example(f.getParent().getFileName().toString(),
                f.getFileName().toString(), Knowledge.text(f)));
    }

    /** Whether the name begins with that word. */
    public boolean is(String kind) {
        return name.startsWith(kind + ".");
    }

    /** The findings that the comments name, empty if they name none. */
    public List<String> expected() {
        return comments("# expect: ");
    }

    private List<String> comments(String start) {
        return text.lines().takeWhile(l -> l.startsWith("#")).filter(l -> l.startsWith(start)).map(l -> l.substring(start.length()).strip())
                .toList();
    }

    /** The same example with other manifests. */
    public Example with(String others) {
        return new Example(rule, name, others);
    }

    /** What the program makes of it. */
    public Scan scan() {
        Answers answers = Answers.NONE;
        for (String need : comments("# need: ")) {
            answers = answers.withNeed(need, "yes");
        }
        Path code = Knowledge.FOLDER.resolve("rules").resolve(rule).resolve(name.replaceAll("yaml$", "source"));
        Scan scan = Scan.of(text).with(answers);
        return Files.isDirectory(code) ? scan.withCode(code) : scan;
    }

    /** Findings of its rule. */
    public List<Finding> findings() {
        return findings(scan().judged());
    }

    /** Findings of its rule in a report. */
    public List<Finding> findings(Report report) {
        return report.findings().stream().filter(f -> f.rule().equals(rule)).toList();
    }

    @Override
    public String toString() {
        return rule + "/" + name;
    }
}
