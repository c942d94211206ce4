package meshadvisor.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * A language that reports can be in. It is a folder with a file of messages: what is said in English, and what takes its place. A gap that holds
 * anything, such as a name, is written as braces on both sides. What has no message stays English, as the sentences of rules and of the catalogue do.
 */
public final class Language {

    /** What everything is written in. */
    public static final Language ENGLISH = new Language("en", Map.of());

    private static final String GAP = "{}";

    /** No message is as long; looking at what strangers wrote must not take its length cubed. */
    private static final int LONGEST = 2_000;

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final String tag;
    private final Map<String, String> messages;

    /** Those that say most first, as two may fit the same text. */
    private final List<Form> forms;

    /** A message with gaps. */
    private record Form(Pattern english, String other) {}

    private Language(String tag, Map<String, String> messages) {
        this.tag = tag;
        this.messages = messages;
        this.forms = messages.entrySet().stream().filter(entry -> entry.getKey().contains(GAP))
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) -> -entry.getKey().replace(GAP, "").length())
                        .thenComparing(Map.Entry::getKey))
                .map(Language::form).toList();
    }

    /** Its code of ISO 639, as pages state it. */
    public String tag() {
        return tag;
    }

    /** Languages that there is a folder of, and English. */
    public static List<String> tags() {
        return tags(Language.class.getClassLoader());
    }

    static List<String> tags(ClassLoader from) {
        TreeSet<String> tags = Stream.of(Locale.getISOLanguages()).filter(tag -> from.getResource(file(tag)) != null)
                .collect(Collectors.toCollection(TreeSet::new));
        tags.add(ENGLISH.tag);
        return List.copyOf(tags);
    }

    /** The language of a tag; empty if there is none. */
    public static Optional<Language> of(String tag) {
        return of(tag, Language.class.getClassLoader());
    }

    static Optional<Language> of(String tag, ClassLoader from) {
        if (tag.equals(ENGLISH.tag)) {
            return Optional.of(ENGLISH);
        }
        if (!TAG.matcher(tag).matches()) {
            return Optional.empty();
        }
        try (InputStream messages = from.getResourceAsStream(file(tag))) {
            return messages == null ? Optional.empty()
                    : Optional.of(new Language(tag, read(new InputStreamReader(messages, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String tag) {
        return "meshadvisor/format/languages/" + tag + "/messages.yaml";
    }

    private static Map<String, String> read(Reader yaml) {
        Map<String, String> messages = new LinkedHashMap<>();
        try (JsonParser parser = YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), yaml)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String english = parser.currentName();
                parser.nextToken();
                messages.put(english, parser.getString());
            }
        }
        return messages;
    }

    private static Form form(Map.Entry<String, String> entry) {
        String regex = Stream.of(entry.getKey().split(Pattern.quote(GAP), -1)).map(Pattern::quote).collect(Collectors.joining("(.+?)"));
        return new Form(Pattern.compile(regex, Pattern.DOTALL), entry.getValue());
    }

    /** The text in this language; as it is where there is no message for it. */
    public String say(String text) {
        String message = messages.get(text);
        return message != null ? message : text.isEmpty() ? text : formed(text).orElse(text);
    }

    /** Whether there is a message for it. */
    public boolean knows(String text) {
        return messages.containsKey(text) || formed(text).isPresent();
    }

    /** What has a message, in the order of the file. */
    List<String> known() {
        return List.copyOf(messages.keySet());
    }

    private Optional<String> formed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (Form form : forms) {
            Matcher found = form.english.matcher(text);
            if (found.matches()) {
                List<String> parts = new ArrayList<>(List.of(form.other.split(Pattern.quote(GAP), -1)));
                StringBuilder made = new StringBuilder(parts.getFirst());
                for (int i = 1; i < parts.size(); i++) {
                    made.append(i <= found.groupCount() ? filled(found.group(i)) : "").append(parts.get(i));
                }
                return Optional.of(made.toString());
            }
        }
        return Optional.empty();
    }

    /** What stands in a gap: names stay, and titles in quotation marks are said in this language. */
    private String filled(String text) {
        String joined = Stream.of("and", "or").reduce(text, (all, word) -> all.replace("\" " + word + " \"", "\" "
                + messages.getOrDefault(word, word) + " \""));
        return QUOTED.matcher(messages.getOrDefault(joined, joined))
                .replaceAll(found -> Matcher.quoteReplacement("\"" + messages.getOrDefault(found.group(1), found.group(1)) + "\""));
    }
}
