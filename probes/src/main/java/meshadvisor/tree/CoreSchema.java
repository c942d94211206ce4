package meshadvisor.tree;

import meshadvisor.tree.Scalar.Kind;

/** What a plain scalar means: the core schema of YAML 1.2, decided by the first character wherever possible. */
final class CoreSchema {

    private CoreSchema() {}

    static Kind kindOf(String text) {
        if (text.isEmpty()) {
            return Kind.NULL;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return number(text, 0);
        }
        return switch (first) {
            case '-', '+' -> number(text, 1);
            case '.' -> number(text, 0);
            case '~' -> text.length() == 1 ? Kind.NULL : Kind.STRING;
            case 'n', 'N' -> word(text, "null") ? Kind.NULL : Kind.STRING;
            case 't', 'T' -> word(text, "true") ? Kind.BOOLEAN : Kind.STRING;
            case 'f', 'F' -> word(text, "false") ? Kind.BOOLEAN : Kind.STRING;
            default -> Kind.STRING;
        };
    }

    /** Whether a plain scalar is infinite or not a number: {@code .inf}, {@code -.Inf}, {@code .NaN}. */
    static boolean nonFinite(String text) {
        int length = text.length();
        if (length < 4 || length > 5) {
            return false;
        }
        int dot = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        if (length != dot + 4 || text.charAt(dot) != '.') {
            return false;
        }
        String rest = text.substring(dot + 1);
        return word(rest, "inf") || dot == 0 && (rest.equals("nan") || rest.equals("NaN") || rest.equals("NAN"));
    }

    /** Whether the text is the word in lower case, capitalised, or in capitals. */
    static boolean word(String text, String lower) {
        int length = lower.length();
        if (text.length() != length) {
            return false;
        }
        boolean upperRest = length > 1 && text.charAt(1) < 'a';
        char first = text.charAt(0);
        if (first != upper(lower.charAt(0)) && (upperRest || first != lower.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char wanted = lower.charAt(i);
            if (text.charAt(i) != (upperRest ? upper(wanted) : wanted)) {
                return false;
            }
        }
        return true;
    }

    private static char upper(char lower) {
        return (char) (lower - 'a' + 'A');
    }

    private static Kind number(String text, int from) {
        if (from == 0 && text.length() > 2 && text.charAt(0) == '0') {
            char base = text.charAt(1);
            if (base == 'o' || base == 'x') {
                return digits(text, 2, base == 'o' ? 8 : 16) == text.length() ? Kind.INTEGER : Kind.STRING;
            }
        }
        int length = text.length();
        int whole = digits(text, from, 10);
        if (whole == length) {
            return whole > from ? Kind.INTEGER : Kind.STRING;
        }
        int end = whole;
        if (text.charAt(end) == '.') {
            end = digits(text, end + 1, 10);
            if (end == whole + 1 && whole == from) {
                return Kind.STRING;
            }
        } else if (whole == from) {
            return Kind.STRING;
        }
        return end == length || exponent(text, end) ? Kind.FLOAT : Kind.STRING;
    }

    /** An exponent beyond the range of a double makes the text a string, as it does for the tools of Kubernetes. */
    private static boolean exponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int from = at + 1;
        if (from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+')) {
            from++;
        }
        boolean wellFormed = from < text.length() && digits(text, from, 10) == text.length();
        return wellFormed && Double.isFinite(Double.parseDouble(text));
    }

    /** Where the run of digits that starts at an index ends. */
    private static int digits(String text, int from, int radix) {
        int i = from;
        while (i < text.length() && text.charAt(i) < 128 && Character.digit(text.charAt(i), radix) >= 0) {
            i++;
        }
        return i;
    }
}
