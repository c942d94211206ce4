package meshadvisor.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The documents of the knowledge by their path below {@code rules/catalog}, such as {@code meshes/linkerd/facts.yaml}. A document is bound to
 * records when it is first asked for, strictly: unknown and duplicate keys, wrong types and values that a record refuses are mistakes that
 * name the document and the path inside it.
 */
public final class Library {

    private final SortedMap<String, String> json;

    /** What was bound once, by type and place: an assessment and its plan ask for the same. */
    private final Map<String, Object> bound = new ConcurrentHashMap<>();

    private Library(SortedMap<String, String> json) {
        this.json = json;
    }

    /** Reads YAML documents. This is what the build does; a running program reads what {@link #compiled} gave. */
    public static Library ofYaml(Map<String, String> textByPath) {
        ObjectMapper yaml = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        ObjectMapper plain = new JsonMapper();
        SortedMap<String, String> json = new TreeMap<>();
        textByPath.forEach((path, text) -> {
            try {
                json.put(path, plain.writeValueAsString(yaml.readTree(text)));
            } catch (JacksonException e) {
                throw new CatalogueMistake(path + place(e.getLocation()), e.getOriginalMessage());
            }
        });
        return new Library(json);
    }

    /** A document that breaks a limit of the reader, such as one that is too deep, breaks it nowhere in particular. */
    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    /** Reads what {@link #compiled} gave. */
    public static Library ofCompiled(byte[] compiled) {
        SortedMap<String, String> json = new TreeMap<>();
        String all = new String(compiled, StandardCharsets.UTF_8);
        int start = 0;
        for (int end = all.indexOf('\n'); end >= 0; start = end + 1, end = all.indexOf('\n', start)) {
            int tab = all.indexOf('\t', start);
            json.put(all.substring(start, tab), all.substring(tab + 1, end));
        }
        return new Library(json);
    }

    /** One line for each document: path, tab, JSON. */
    public byte[] compiled() {
        StringBuilder all = new StringBuilder();
        json.forEach((path, text) -> all.append(path).append('\t').append(text).append('\n'));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** These documents and, in the place of those of the same path, the others. */
    public Library with(Library others) {
        SortedMap<String, String> both = new TreeMap<>(json);
        both.putAll(others.json);
        return new Library(both);
    }

    /** Paths that begin with the one and end with the other text, sorted. */
    public List<String> paths(String start, String end) {
        return json.tailMap(start).keySet().stream().takeWhile(p -> p.startsWith(start)).filter(p -> p.endsWith(end)).toList();
    }

    /** Those of them that hold one of these words as a text of its own, found without binding them. */
    public List<String> naming(String start, String end, Collection<String> words) {
        List<String> quoted = words.stream().map(word -> '"' + word + '"').toList();
        return paths(start, end).stream().filter(path -> quoted.stream().anyMatch(json.getOrDefault(path, "")::contains)).toList();
    }

    /** Whether there is such a document. */
    public boolean has(String path) {
        return json.containsKey(path);
    }

    /** A whole document as one record. */
    public <T> T read(String path, Class<T> type) {
        String text = json.get(path);
        if (text == null) {
            throw new CatalogueMistake(path, "there is no such document");
        }
        return type.cast(bound.computeIfAbsent(type.getName() + ' ' + path,
                place -> mistaken(path, () -> Binding.bind(Binding.parse(text), type))));
    }

    /** Every document between start and end of its path as a record, in the order of the paths. */
    public <T> List<T> readAll(String start, String end, Class<T> type) {
        List<T> all = new ArrayList<>();
        paths(start, end).forEach(path -> all.add(read(path, type)));
        return List.copyOf(all);
    }

    /** A list that stands under a key of a document; empty if there is no such document. */
    public <T> List<T> readList(String path, String key, Class<T> type) {
        String text = json.get(path);
        if (text == null) {
            return List.of();
        }
        Object items =
                bound.computeIfAbsent(type.getName() + ' ' + path + ' ' + key, place -> mistaken(path, () -> items(text, key, type)));
        return ((List<?>) items).stream().map(type::cast).toList();
    }

    private static <T> List<T> items(String text, String key, Class<T> type) {
        List<T> items = new ArrayList<>();
        if (Binding.parse(text) instanceof Map<?, ?> fields && fields.get(key) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                items.add(Binding.bind(list.get(i), type, "[\"" + key + "\"][" + i + "]"));
            }
        }
        return List.copyOf(items);
    }

    /** All texts of a document but those under some keys; none if there is no such document. */
    public List<String> texts(String path, Collection<String> withoutKeys) {
        List<String> texts = new ArrayList<>();
        if (has(path)) {
            collect(Binding.parse(json.getOrDefault(path, "")), withoutKeys, texts);
        }
        return List.copyOf(texts);
    }

    private static void collect(@Nullable Object value, Collection<String> withoutKeys, List<String> texts) {
        switch (value) {
            case String text -> texts.add(text);
            case List<?> list -> list.forEach(item -> collect(item, withoutKeys, texts));
            case Map<?, ?> fields -> fields.forEach((key, under) -> {
                if (!withoutKeys.contains(String.valueOf(key))) {
                    collect(under, withoutKeys, texts);
                }
            });
            case null, default -> {
                // numbers and truth values are no words
            }
        }
    }

    private static <T> T mistaken(String path, Supplier<T> read) {
        try {
            return read.get();
        } catch (Binding.Mismatch e) {
            throw new CatalogueMistake(path, String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            throw new CatalogueMistake(path, e.getOriginalMessage());
        }
    }
}
