package meshadvisor.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.Outcome;
import meshadvisor.catalog.AnswerText;
import meshadvisor.report.Report;
import meshadvisor.rule.Severity;

/** Words for what a report holds as codes and ids. */
final class Words {

    private static final Pattern CODE = Pattern.compile("\\b(?:"
            + Stream.concat(Arrays.stream(AnswerCode.values()), Arrays.stream(Outcome.values())).map(Enum::name)
                    .collect(Collectors.joining("|"))
            + ")\\b");

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
        return CODE.matcher(sentence).replaceAll(found -> {
            Optional<Outcome> outcome = Arrays.stream(Outcome.values()).filter(o -> o.name().equals(found.group())).findFirst();
            String words = outcome.map(o -> outcome(o, "")).orElseGet(() -> answer(AnswerCode.valueOf(found.group())));
            return Matcher.quoteReplacement(words);
        });
    }

    /** The title of a rule; those of the input have none but their id. */
    String rule(String code, String id) {
        return report.wording().rules().getOrDefault(code, capital(id.replace('-', ' ')));
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
        boolean plainWord = text.length() > 1 && Character.isLowerCase(text.codePointAt(1));
        return plainWord ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
