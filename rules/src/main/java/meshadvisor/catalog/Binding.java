package meshadvisor.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Binds JSON to records, strictly: field names in kebab case, no field that the record has not, no number where a text belongs. Of a sealed
 * interface it takes the one record that has all the fields. Jackson's own binding can do more and takes a third of the time in which a
 * small system is assessed: it looks at classes with method handles, which Java has to make anew at each start.
 */
final class Binding {

    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private Binding() {}

    /** A record as its documents see it. */
    private record Shape(Constructor<?> constructor, List<String> names, List<Type> types) {}

    /** What is wrong, and where in the document. */
    static final class Mismatch extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String what;
        private final String path;

        Mismatch(String what) {
            this(what, "");
        }

        private Mismatch(String what, String path) {
            super(path.isEmpty() ? what : what + " at " + path);
            this.what = what;
            this.path = path;
        }

        /** The same mistake, seen from one step further out. */
        Mismatch in(String step) {
            return new Mismatch(what, step + path);
        }
    }

    /** Maps, lists, texts, numbers and truth values of a JSON text. */
    static @Nullable Object parse(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return value(parser, parser.nextToken());
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    fields.put(name, value(parser, parser.nextToken()));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    /** Binds a parsed value. */
    static <T> T bind(@Nullable Object value, Class<T> type) {
        Object bound = bind(value, (Type) type);
        if (bound == null) {
            throw new Mismatch("nothing stands here");
        }
        return type.cast(bound);
    }

    /** Binds what stands at a step of the path to it. */
    static <T> T bind(@Nullable Object value, Class<T> type, String step) {
        try {
            return bind(value, type);
        } catch (Mismatch e) {
            throw e.in(step);
        }
    }

    private static @Nullable Object bind(@Nullable Object value, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? list(value, generic.getActualTypeArguments()[0])
                    : map(value, generic.getActualTypeArguments()[1]);
        }
        Class<?> target = (Class<?>) type;
        if (target == Object.class) {
            return value; // a part of another program's document
        }
        if (value == null) {
            return target == boolean.class ? (Object) false : target == double.class ? (Object) 0.0 : target == int.class ? 0 : null;
        }
        if (target == String.class) {
            return check(value instanceof String, value, "a text", value);
        }
        if (target == boolean.class) {
            return check(value instanceof Boolean, value, "true or false", value);
        }
        if (target == double.class || target == int.class || target == Integer.class) {
            double number = ((Number) check(value instanceof Number, value, "a number", value)).doubleValue();
            return target == double.class ? (Object) number : check((int) number == number, (int) number, "a whole number", value);
        }
        return target.isEnum() ? constant(value, target)
                : ofFields((Map<?, ?>) check(value instanceof Map, value, "a mapping", value), target);
    }

    private static Object check(boolean fits, Object result, String wanted, Object value) {
        if (!fits) {
            throw new Mismatch(wanted + " belongs here, not " + (value instanceof String ? "\"" + value + "\"" : value));
        }
        return result;
    }

    private static @Nullable List<?> list(@Nullable Object value, Type item) {
        if (value == null) {
            return null;
        }
        List<?> items = (List<?>) check(value instanceof List, value, "a list", value);
        List<Object> all = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            try {
                Object bound = bind(items.get(i), item);
                all.add(check(bound != null, bound == null ? "" : bound, "a value", "nothing"));
            } catch (Mismatch e) {
                throw e.in("[" + i + "]");
            }
        }
        return all;
    }

    private static @Nullable Map<String, ?> map(@Nullable Object value, Type type) {
        if (value == null) {
            return null;
        }
        Map<?, ?> fields = (Map<?, ?>) check(value instanceof Map, value, "a mapping", value);
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        fields.forEach((name, field) -> all.put((String) name, bind(field, type)));
        return all;
    }

    private static Object constant(Object value, Class<?> type) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (Kebab.of((Enum<?>) constant).equals(value)) {
                return constant;
            }
        }
        throw new Mismatch(
                "one of " + Arrays.stream(constants).map(c -> Kebab.of((Enum<?>) c)).sorted().toList() + " belongs here, not \"" + value
                        + "\"");
    }

    private static Object ofFields(Map<?, ?> fields, Class<?> type) {
        Shape shape = shape(type.isRecord() ? type : onlyOne(fields, type));
        for (Object name : fields.keySet()) {
            if (!shape.names.contains(name)) {
                throw new Mismatch("unknown field \"" + name + "\"; known are " + shape.names);
            }
        }
        @Nullable Object[] values = new @Nullable Object[shape.names.size()];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = bind(fields.get(shape.names.get(i)), shape.types.get(i));
            } catch (Mismatch e) {
                throw e.in("[\"" + shape.names.get(i) + "\"]");
            }
        }
        return made(shape.constructor, values);
    }

    /** The one record of a sealed interface that has all the fields. */
    private static Class<?> onlyOne(Map<?, ?> fields, Class<?> type) {
        List<Class<?>> fitting =
                kinds(type).filter(t -> shape(t).names.containsAll(fields.keySet())).toList();
        if (fitting.size() != 1) {
            throw new Mismatch(
                    "the fields " + new TreeSet<>(fields.keySet()) + " are those of " + (fitting.isEmpty() ? "no" : "more than one")
                            + " kind of " + type.getSimpleName());
        }
        return fitting.getFirst();
    }

    /** The records of a sealed interface, those of sealed interfaces below it included. */
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isRecord() ? Stream.of(type) : Arrays.stream(type.getPermittedSubclasses()).flatMap(Binding::kinds);
    }

    private static Object made(Constructor<?> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new Mismatch(String.valueOf(e.getCause() instanceof RuntimeException refusal ? refusal.getMessage() : e));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record has a constructor for its components", e);
        }
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, t -> {
            RecordComponent[] components = t.getRecordComponents();
            try {
                Constructor<?> constructor =
                        t.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true); // for records that are private to a class
                return new Shape(constructor, Arrays.stream(components).map(c -> kebab(c.getName())).toList(),
                        Arrays.stream(components).map(RecordComponent::getGenericType).toList());
            } catch (NoSuchMethodException e) {
                throw new LinkageError("a record has a constructor for its components", e);
            }
        });
    }

    private static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        name.chars()
                .forEach(c -> kebab.append(Character.isUpperCase(c) ? "-" + (char) Character.toLowerCase(c) : String.valueOf((char) c)));
        return kebab.toString();
    }
}
