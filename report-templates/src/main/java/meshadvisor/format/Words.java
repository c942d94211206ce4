package meshadvisor.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.Outcome;
import meshadvisor.catalog.AnswerText;
import meshadvisor.catalog.Need;
import meshadvisor.report.Report;
import meshadvisor.rule.Severity;
import meshadvisor.signal.MeshSeen;

/** Words for what a report holds as codes and ids. */
final class Words {

    private static final Pattern ANSWER = Pattern.compile(anyOf(AnswerCode.values()));
    private static final Pattern OUTCOME = Pattern.compile(anyOf(Outcome.values()) + "(?: \\(([a-z0-9-]+)\\))?");

    private final Report report;

    Words(Report report) {
        this.report = report;
    }

    /** The name of a variant or of a vendor's mesh. */
    String mesh(String id) {
        Optional<String> variant = report.advice().ranking().stream().map(r -> r.variant()).filter(v -> v.id().equals(id))
                .map(v -> v.name()).findFirst();
        return variant.or(() -> report.meshes().stream().filter(m -> m.variant().equals(id) || m.marks().mesh().equals(id))
                .map(m -> m.marks().name()).findFirst()).orElse(id);
    }

    /** The name of a mesh that was seen: configuration alone does not tell how its proxies would run. */
    String mesh(MeshSeen seen) {
        return seen.runs() ? mesh(seen.variant()) : seen.marks().name();
    }

    String outcome(Outcome outcome, String mesh) {
        String name = mesh.isEmpty() ? "a mesh" : mesh(mesh);
        return switch (outcome) {
            case NO_MESH -> "no mesh";
            case ADOPT -> "adopt " + name;
            case UNDECIDED -> "undecided";
            case KEEP -> "keep " + name;
            case RECONSIDER -> "reconsider " + name;
        };
    }

    /** What an answer code means, with the code. */
    String answer(AnswerCode code) {
        AnswerText text = report.wording().answers().get(code.name());
        return text == null || text.title().isEmpty() ? code.name() : text.title() + " (" + code + ")";
    }

    /** A sentence of the core, which names codes, with words for them. */
    String plain(String sentence) {
        String outcomes = OUTCOME.matcher(sentence).replaceAll(m -> Matcher.quoteReplacement(outcome(Outcome.valueOf(m.group(1)),
                Optional.ofNullable(m.group(2)).orElse(""))));
        return ANSWER.matcher(outcomes).replaceAll(m -> Matcher.quoteReplacement(quoted(AnswerCode.valueOf(m.group(1)))));
    }

    private String quoted(AnswerCode code) {
        AnswerText text = report.wording().answers().get(code.name());
        return text == null ? code.name() : "\"" + text.title() + "\" (" + code + ")";
    }

    /** The title of a need, marked as one, as titles hold "and" and "or". */
    static String title(Need need) {
        return "\"" + need.title() + "\"";
    }

    private static String anyOf(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).collect(Collectors.joining("|", "\\b(", ")\\b"));
    }

    /** The title of a rule; those of the input have none but their id. */
    String rule(String code, String id) {
        return titled(report.wording().rules(), code, id);
    }

    static String titled(Map<String, String> titles, String code, String id) {
        return titles.getOrDefault(code, capital(id.replace('-', ' ')));
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "× error";
            case WARNING -> "‼ warning";
            case INFO -> "· note";
        };
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            case INFO -> Tone.PLAIN;
        };
    }

    /** {@code 1 service}, {@code 2 services}. */
    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** With a capital letter and a full stop. */
    static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") || text.endsWith("?") || text.endsWith("!") ? capital(text) : capital(text) + ".";
    }

    /** {@code a, b and c}. */
    static String list(List<String> parts, String last) {
        int size = parts.size();
        return size < 2 ? String.join("", parts) : String.join(", ", parts.subList(0, size - 1)) + " " + last + " " + parts.getLast();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** With a small first letter, unless the first word is an abbreviation or a name with capitals inside. */
    static String small(String text) {
        String[] words = text.split(" ", 2);
        boolean ordinary = !text.isEmpty() && words[0].substring(1).chars().allMatch(c -> Character.isLowerCase(c) || c == '-');
        return ordinary ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
