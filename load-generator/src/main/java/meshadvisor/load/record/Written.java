package meshadvisor.load.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Records as trees of maps and lists: components in the order in which they are declared, absent ones left out. The binding of
 * jackson-jr sorts by name and knows no Optional.
 */
final class Written {

    /** What a measured double can be worth; it keeps 0.1 + 0.2 out of files. */
    private static final MathContext DIGITS = new MathContext(12);

    private Written() {}

    static Object tree(Object value) {
        return switch (value) {
            case Record all -> fields(all);
            case List<?> all -> all.stream().map(Written::tree).toList();
            case Map<?, ?> all -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                all.forEach((key, each) -> entries.put(String.valueOf(tree(key)), tree(each)));
                yield entries;
            }
            case Enum<?> constant -> Words.of(constant);
            case Double number -> plain(number);
            default -> value;
        };
    }

    private static Map<String, Object> fields(Record all) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : all.getClass().getRecordComponents()) {
            present(read(component, all)).ifPresent(value -> fields.put(component.getName(), tree(value)));
        }
        return fields;
    }

    private static Optional<Object> present(Object value) {
        return switch (value) {
            case Optional<?> some -> some.map(each -> (Object) each);
            case OptionalLong some -> some.isPresent() ? Optional.of(some.getAsLong()) : Optional.empty();
            case OptionalDouble some -> some.isPresent() ? Optional.of(some.getAsDouble()) : Optional.empty();
            default -> Optional.of(value);
        };
    }

    private static Object read(RecordComponent component, Record all) {
        try {
            return component.getAccessor().invoke(all);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("records of a report are public", e);
        }
    }

    private static BigDecimal plain(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
