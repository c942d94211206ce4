package meshadvisor.tree;

import meshadvisor.tree.Problem.Kind;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Says in words for the user why a text is no YAML. */
final class SyntaxError {

    private SyntaxError() {}

    /** What the parser threw about a text whose first line has the given number in the file. */
    static Problem explain(RuntimeException thrown, String text, int firstLine) {
        if (thrown instanceof ReaderException) {
            return forbiddenCharacter(text, firstLine);
        }
        if (thrown instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
            return syntax(marked, marked.getProblemMark().get(), firstLine, text);
        }
        return new Problem(Kind.UNREADABLE, firstLine, 1,
                "This document is not valid YAML: " + Warnings.shortened(String.valueOf(thrown.getMessage())) + ".",
                "Correct the document.");
    }

    private static Problem forbiddenCharacter(String text, int firstLine) {
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        Spot spot = Spot.after(text.substring(0, at), firstLine);
        int character = at < text.length() ? text.codePointAt(at) : 0;
        return new Problem(Kind.UNREADABLE, spot.line(), spot.column(),
                String.format("The control character U+%04X is not allowed in YAML.", character),
                "Remove it, or write it as an escape such as \"\\x1b\" in double quotes.");
    }

    private static Problem syntax(MarkedYamlEngineException thrown, Mark at, int firstLine, String text) {
        String problem = String.valueOf(thrown.getProblem());
        StringBuilder sentence = new StringBuilder("This is not valid YAML: ").append(Warnings.shortened(problem));
        if (thrown.getContext() != null && !thrown.getContext().isEmpty()) {
            sentence.append(", ").append(Warnings.shortened(thrown.getContext()));
            thrown.getContextMark().ifPresent(mark -> sentence.append(" from line ").append(firstLine + mark.getLine()));
        }
        return new Problem(Kind.UNREADABLE, firstLine + at.getLine(), at.getColumn() + 1, sentence.append('.').toString(),
                remedy(problem, indentation(text, at.getLine())));
    }

    private static String remedy(String problem, String indentation) {
        if (indentation.indexOf('\t') >= 0) {
            return "Indent with spaces: YAML does not take tabs.";
        }
        if (problem.startsWith("expected '<document start>'")) {
            return "Put a line --- between two documents.";
        }
        return "Compare the indentation, quotes and brackets here with the lines before.";
    }

    /** The white space at the beginning of a line, counted from 0. */
    private static String indentation(String text, int line) {
        String content = text.lines().skip(line).findFirst().orElse("");
        return content.substring(0, content.length() - content.stripLeading().length());
    }
}
