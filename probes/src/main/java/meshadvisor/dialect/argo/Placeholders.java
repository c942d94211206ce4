package meshadvisor.dialect.argo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import meshadvisor.model.Place;
import meshadvisor.model.Text;

/** Placeholders of an ApplicationSet: {@code {{version}}} and, as a Go template, {@code {{ .version }}}. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\.?([A-Za-z0-9_.-]+)\\s*}}");

    private Placeholders() {}

    static boolean in(Text text) {
        return text.value().contains("{{");
    }

    /** The text with the values of one element, standing where the value does; {@link Text#NONE} if a value is not known. */
    static Text resolve(Text text, Map<String, Text> element) {
        if (!in(text)) {
            return text;
        }
        Matcher placeholders = PLACEHOLDER.matcher(text.value());
        StringBuilder resolved = new StringBuilder();
        Place place = text.place();
        while (placeholders.find()) {
            Text value = element.getOrDefault(placeholders.group(1), Text.NONE);
            if (!value.given()) {
                return Text.NONE;
            }
            place = value.place();
            placeholders.appendReplacement(resolved, Matcher.quoteReplacement(value.value()));
        }
        placeholders.appendTail(resolved);
        return resolved.indexOf("{{") < 0 ? new Text(resolved.toString(), place) : Text.NONE;
    }
}
