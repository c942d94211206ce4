package meshadvisor.load.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Trees of maps and lists as records: the way back of {@link Written}. Strict: neither an unknown field nor a missing one passes. */
final class Bound {

    private static final Set<Type> ABSENT = Set.of(OptionalLong.class, OptionalDouble.class);

    private Bound() {}

    /**
     * Binds a tree.
     *
     * @throws IllegalArgumentException with the place and what is wrong there
     */
    static <T> T to(Class<T> type, Object tree) {
        return type.cast(value(type, tree, ""));
    }

    private static Object value(Type type, Object tree, String at) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic, tree, at);
            case Class<?> plain when plain.isRecord() -> all(plain, tree, at);
            case Class<?> plain when plain.isEnum() -> Words.constant(plain, text(tree, at)).orElseThrow(() -> wrong(at, "unknown word"));
            case Class<?> plain when plain == String.class -> text(tree, at);
            case Class<?> plain when plain == OptionalLong.class -> OptionalLong.of(whole(tree, at));
            case Class<?> plain when plain == OptionalDouble.class -> OptionalDouble.of(decimal(tree, at));
            case Class<?> plain when plain == double.class -> decimal(tree, at);
            case Class<?> plain when plain == boolean.class -> truth(tree, at);
            case Class<?> plain when plain == int.class -> small(tree, at);
            default -> whole(tree, at);
        };
    }

    private static Object generic(ParameterizedType type, Object tree, String at) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.of(value(of[0], tree, at));
        }
        if (type.getRawType() == List.class) {
            if (!(tree instanceof List<?> items)) {
                throw wrong(at, "not a list");
            }
            List<Object> values = new ArrayList<>();
            items.forEach(item -> values.add(value(of[0], item, at + "/" + values.size())));
            return values;
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        fields(tree, at).forEach((key, each) -> values.put(value(of[0], key, at + "/" + key), value(of[1], each, at + "/" + key)));
        return values;
    }

    private static Object all(Class<?> type, Object tree, String at) {
        Map<?, ?> fields = fields(tree, at);
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
        fields.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw wrong(at + "/" + key, "unknown field");
        });
        Object[] values = Arrays.stream(components).map(component -> component(component, fields, at)).toArray();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException | NoSuchMethodException e) {
            throw wrong(at, "not accepted: " + e);
        }
    }

    private static Object component(RecordComponent component, Map<?, ?> fields, String at) {
        Type type = component.getGenericType();
        String place = at + "/" + component.getName();
        Object tree = fields.get(component.getName());
        if (tree != null) {
            return value(type, tree, place);
        }
        if (component.getType() == Optional.class) {
            return Optional.empty();
        }
        if (!ABSENT.contains(type)) {
            throw wrong(place, "missing");
        }
        return type == OptionalLong.class ? OptionalLong.empty() : OptionalDouble.empty();
    }

    private static Map<?, ?> fields(Object tree, String at) {
        if (tree instanceof Map<?, ?> fields) {
            return fields;
        }
        throw wrong(at, "not an object");
    }

    private static String text(Object tree, String at) {
        if (tree instanceof String text) {
            return text;
        }
        throw wrong(at, "not a text");
    }

    private static boolean truth(Object tree, String at) {
        if (tree instanceof Boolean truth) {
            return truth;
        }
        throw wrong(at, "neither true nor false");
    }

    private static long whole(Object tree, String at) {
        if (tree instanceof Integer || tree instanceof Long) {
            return ((Number) tree).longValue();
        }
        throw wrong(at, "not a whole number of 64 bits");
    }

    private static int small(Object tree, String at) {
        if (tree instanceof Integer number) {
            return number;
        }
        throw wrong(at, "not a whole number of 32 bits");
    }

    private static double decimal(Object tree, String at) {
        if (tree instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(at, "not a number");
    }

    private static IllegalArgumentException wrong(String at, String what) {
        return new IllegalArgumentException((at.isEmpty() ? "/" : at) + ": " + what);
    }
}
