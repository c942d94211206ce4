package meshadvisor.lab.file;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Kebab;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in people's words what a reader of JSON did not like. */
final class Misread {

    /** Only the text of the message says that a field is missing or null, and which. */
    private static final Pattern MISSING =
            Pattern.compile("(Missing|Null value for) (?:required )?creator property '([^']+)'.*", Pattern.DOTALL);
    private static final int LONGEST_SHOWN = 60;

    private Misread() {}

    /** A clause, with the place in the file. */
    static String clause(JacksonException e) {
        return clause("", e);
    }

    /**
     * The same of a part.
     *
     * @param place of the part in the file
     */
    static String clause(String place, JacksonException e) {
        String within = path(e.getPath());
        String path = place.isEmpty() || within.isEmpty() || within.startsWith("[") ? place + within : place + "." + within;
        Matcher missing = MISSING.matcher(e.getOriginalMessage());
        if (missing.matches()) {
            return within(path, missing.group(2))
                    + (missing.group(1).equals("Missing") ? " is missing" : " is null, and a value has to be there");
        }
        return switch (e) {
            case StreamReadException text -> "it is no JSON at line " + text.getLocation().getLineNr() + ", column "
                    + text.getLocation().getColumnNr() + " (" + first(text.getOriginalMessage()) + ")";
            case UnrecognizedPropertyException unknown -> path + " is a field that this version does not know";
            case InvalidNullException none -> path + " is null, and a value has to be there";
            case InvalidTypeIdException kind -> path + " says " + shown(kind.getTypeId()) + ", which is no word that this version knows";
            case InvalidFormatException value -> path + " is " + shown(value.getValue()) + ", and " + wanted(value.getTargetType())
                    + " has to be there";
            case MismatchedInputException other -> path + " is " + found(other) + ", and " + wanted(other.getTargetType())
                    + " has to be there";
            case ValueInstantiationException refused -> path + " does not hold together: " + first(cause(refused));
            default -> (path.isEmpty() ? "" : path + ": ") + first(e.getOriginalMessage());
        };
    }

    /** Such as {@code cells[0].counts.sent}. */
    private static String path(List<Reference> path) {
        String whole =
                path.stream().map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                        .collect(Collectors.joining());
        return whole.startsWith(".") ? whole.substring(1) : whole;
    }

    /** The path of a missing field, which may or may not be told with it. */
    private static String within(String path, String field) {
        return path.isEmpty() || path.equals(field) ? field : path.endsWith("." + field) ? path : path + "." + field;
    }

    private static String found(MismatchedInputException e) {
        return switch (e.getCurrentToken()) {
            case START_OBJECT, PROPERTY_NAME, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
            case null -> "something else";
        };
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            Object[] words = type.getEnumConstants();
            return "one of " + Stream.of(words == null ? new Object[0] : words)
                    .map(word -> Kebab.of((Enum<?>) word)).collect(Collectors.joining(", "));
        }
        boolean whole = type == int.class || type == long.class || type == Integer.class || type == Long.class;
        boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
        return whole ? "a whole number" : type == boolean.class || type == Boolean.class ? "true or false" : number ? "a number"
                : CharSequence.class.isAssignableFrom(type) ? "a text" : Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String shown(@Nullable Object value) {
        String text = "\"" + value + "\"";
        return value == null ? "nothing" : text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private static String cause(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? "its values do not fit each other" : String.valueOf(cause.getMessage());
    }

    /** Without the lines that tell where in a program it happened. */
    private static String first(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
