package meshadvisor.load.agent;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The fields of one object of a script. Each is asked for by its name; those that nobody asked for are mistakes, as are those that do not fit. */
final class Fields {

    private static final URI NOWHERE = URI.create("http://nowhere.invalid/");
    private static final int MOST_PORT = 65_535;
    private static final double NANOS = 1e9;

    private final Map<?, ?> fields;
    private final String at;
    private final List<String> mistakes;
    private final Set<String> asked = new HashSet<>();

    Fields(Map<?, ?> fields, String at, List<String> mistakes) {
        this.fields = fields;
        this.at = at;
        this.mistakes = mistakes;
    }

    /** The object of a tree, or a mistake. */
    static Optional<Fields> of(Object tree, String at, List<String> mistakes) {
        if (tree instanceof Map<?, ?> fields) {
            return Optional.of(new Fields(fields, at, mistakes));
        }
        mistakes.add((at.isEmpty() ? "the script" : at) + ": is not an object");
        return Optional.empty();
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** A text, or an empty one where it is mistaken. */
    String text(String field) {
        return said(field).orElse("");
    }

    /** A text if there is one. */
    Optional<String> said(String field) {
        return of(String.class, field, "a text");
    }

    List<?> list(String field) {
        return of(List.class, field, "a list").<List<?>>map(each -> each).orElse(List.of());
    }

    List<String> texts(String field) {
        List<?> items = list(field);
        if (!items.stream().allMatch(String.class::isInstance)) {
            wrong(field, "is not a list of texts only");
        }
        return items.stream().map(String::valueOf).toList();
    }

    Optional<Fields> object(String field) {
        return of(Map.class, field, "an object").map(inner -> new Fields(inner, place(field), mistakes));
    }

    int whole(String field, int least, int most) {
        int number = of(Integer.class, field, "a whole number").orElse(least);
        if (number < least || number > most) {
            wrong(field, number + " is not from " + least + " to " + most);
        }
        return number;
    }

    Duration seconds(String field, double least, double most) {
        double seconds = of(Number.class, field, "a number of seconds").map(Number::doubleValue).orElse(least);
        if (!(seconds >= least && seconds <= most)) {
            wrong(field, seconds + " is not from " + least + " to " + most + " seconds");
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }

    /** A URL without TLS. Proxies tell their figures without, and so does everything else that is asked here. */
    URI url(String field) {
        return said(field).map(text -> {
            var url = parsed(text);
            if (url.isEmpty()) {
                wrong(field, "\"" + text + "\" is not like http://host:8080/path");
            }
            return url.orElse(NOWHERE);
        }).orElse(NOWHERE);
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> "http".equals(url.getScheme()) && url.getHost() != null)
                    .filter(url -> url.getPort() <= MOST_PORT && url.getPort() != 0);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Pattern pattern(String field) {
        try {
            return Pattern.compile(text(field));
        } catch (PatternSyntaxException e) {
            wrong(field, "is not a regular expression: " + e.getDescription());
            return Pattern.compile("");
        }
    }

    /** Says that a field does not fit. */
    void wrong(String field, String what) {
        mistakes.add(place(field) + ": " + what);
    }

    /** Says which fields nobody asked for. */
    void end() {
        fields.keySet().stream().map(String::valueOf).filter(field -> !asked.contains(field)).forEach(field -> wrong(field,
                "is not known here; known are " + String.join(", ", asked.stream().sorted().toList())));
    }

    private <T> Optional<T> of(Class<T> type, String field, String words) {
        boolean first = asked.add(field);
        var value = fields.get(field);
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        if (first) {
            wrong(field, value == null ? "is missing" : "is not " + words);
        }
        return Optional.empty();
    }

    private String place(String field) {
        return at.isEmpty() ? field : at + "." + field;
    }
}
