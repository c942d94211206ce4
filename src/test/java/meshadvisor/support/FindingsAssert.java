package meshadvisor.support;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.rule.Finding;
import org.assertj.core.api.AbstractAssert;

/** Says what was found when it is not what was expected. */
public final class FindingsAssert extends AbstractAssert<FindingsAssert, List<Finding>> {

    private FindingsAssert(List<Finding> actual) {
        super(actual, FindingsAssert.class);
    }

    public static FindingsAssert assertThatFindings(List<Finding> actual) {
        return new FindingsAssert(actual);
    }

    /** One finding for each expectation, such as {@code Job/migrate line 12 error}, and no other; without expectations at least one. */
    public FindingsAssert are(List<String> expected) {
        if (expected.isEmpty() && actual.isEmpty()) {
            failWithMessage("expected a finding, there is none");
        }
        List<Finding> left = new ArrayList<>(actual);
        List<String> missing = new ArrayList<>();
        for (String one : expected) {
            left.stream().filter(f -> fits(one, f)).findFirst().ifPresentOrElse(left::remove, () -> missing.add(one));
        }
        if (!missing.isEmpty() || !expected.isEmpty() && !left.isEmpty()) {
            failWithMessage("missing: %s%nnot expected: %s", missing, words(left));
        }
        return this;
    }

    /** No finding at all. */
    public FindingsAssert areNone() {
        if (!actual.isEmpty()) {
            failWithMessage("expected no finding, there are %s", words(actual));
        }
        return this;
    }

    private static boolean fits(String expected, Finding finding) {
        String[] words = expected.split(" ");
        boolean fits = words[0].equals(finding.object().kind() + "/" + finding.object().name());
        for (int i = 1; i < words.length; i++) {
            fits &= switch (words[i]) {
                case "line" -> Integer.parseInt(words[++i]) == finding.place().line();
                case "info", "warning", "error" -> words[i].equals(finding.severity().id());
                default -> throw new IllegalArgumentException("\"" + words[i] + "\" in the expectation \"" + expected + "\"");
            };
        }
        return fits;
    }

    private static List<String> words(List<Finding> findings) {
        return findings.stream().map(f -> "%n  %s/%s line %d %s: %s".formatted(f.object().kind(), f.object().name(), f.place().line(),
                f.severity().id(), f.message())).toList();
    }
}
