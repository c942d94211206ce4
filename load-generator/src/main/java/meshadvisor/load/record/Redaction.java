package meshadvisor.load.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of a command line, so that it can be kept with a result. What was redacted is so once more. */
public final class Redaction {

    /** Stands where something secret stood. */
    public static final String HIDDEN = "(not kept)";

    private static final String WORDS = "authorization|cookie|api-?_?key|token|secret|passw|credential|session|signature|private";
    private static final Pattern HEADER = Pattern.compile("(?s)^([^:=]*[:=]\\s*).+");
    private static final Pattern HARMLESS = Pattern.compile(
            "(?is)^\\s*(?:accept|content-type|user-agent|x-request-id|host|x-response-bytes|x-error-status)\\s*[:=].*");
    private static final Pattern USER = Pattern.compile("(?i)(://)[^/@\\s]+(?=@)");
    private static final Pattern QUERY = Pattern.compile("([?&][^=&#]*=)[^&#]+");
    private static final Pattern PROPERTY = Pattern.compile("(?is)^(-D[^=]*(?:" + WORDS + ")[^=]*=).+");

    private Redaction() {}

    /**
     * A command line without secrets. Not kept are values of headers but of a few that are harmless, for a secret can have any name; what
     * follows {@code --key}; users and passwords in addresses; values of queries; system properties that are secret by their name.
     */
    public static List<String> of(List<String> arguments) {
        List<String> kept = new ArrayList<>();
        String option = "";
        for (String argument : arguments) {
            kept.add(option.isEmpty() ? alone(argument) : value(option, argument));
            option = isOption(argument) && option.isEmpty() ? argument : "";
        }
        return List.copyOf(kept);
    }

    private static boolean isOption(String argument) {
        return argument.equals("--key") || argument.equals("--header") || argument.equals("-H");
    }

    private static String alone(String argument) {
        int equals = argument.indexOf('=');
        if (equals > 0 && isOption(argument.substring(0, equals))) {
            return argument.substring(0, equals + 1) + value(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return PROPERTY.matcher(url(argument)).replaceFirst("$1" + HIDDEN);
    }

    private static String value(String option, String value) {
        if (option.equals("--key")) {
            return HIDDEN;
        }
        return HARMLESS.matcher(value).matches() ? value : HEADER.matcher(value).replaceFirst("$1" + HIDDEN);
    }

    /** An address without user, password, and values of its query. */
    public static String url(String address) {
        return QUERY.matcher(USER.matcher(address).replaceAll("$1" + HIDDEN)).replaceAll("$1" + HIDDEN);
    }
}
