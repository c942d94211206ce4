package meshadvisor.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text of strangers harmless in GitHub's Markdown: no markup, no links, nobody mentioned, no issue referred to. */
final class Markdown {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~$]");
    private static final Pattern LINK = Pattern.compile("(?i)(://|\\bwww\\.)");
    private static final Pattern REFERENCE = Pattern.compile("([@#])(?=\\w)|(:)(?=[\\w+-]+:)");
    private static final Pattern BLOCK = Pattern.compile("^(\\s*)([-+=#]|\\d+[.)])");

    private Markdown() {}

    static String text(String text) {
        String safe = Visible.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        safe = MARKUP.matcher(safe).replaceAll("\\\\$0");
        safe = LINK.matcher(safe).replaceAll(m -> Matcher.quoteReplacement(broken(m.group())));
        // Mentions, issue numbers and :emoji: are found in what is shown, after all escapes; an empty comment parts them.
        safe = REFERENCE.matcher(safe).replaceAll("$0<!-- -->");
        return BLOCK.matcher(safe).replaceFirst("$1<!-- -->$2");
    }

    private static String broken(String link) {
        return link.equals("://") ? "<!-- -->://" : link.replace(".", "<!-- -->.");
    }

    /** Text of strangers as code on one line. */
    static String code(String text) {
        String safe = Visible.of(text);
        String fence = "`".repeat(longestRun(safe) + 1);
        String edge = safe.startsWith("`") || safe.endsWith("`") ? " " : "";
        return fence + edge + safe + edge + fence;
    }

    /** Lines as a block of code. */
    static String block(String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        StringBuilder block = new StringBuilder(fence).append("text\n");
        text.lines().forEach(line -> block.append(Visible.of(line)).append('\n'));
        return block.append(fence).append('\n').toString();
    }

    private static int longestRun(String text) {
        return Pattern.compile("`+").matcher(text).results().mapToInt(m -> m.group().length()).max().orElse(0);
    }
}
