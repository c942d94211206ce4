package meshadvisor.tree;

/** Spellings that YAML 1.1, which kubectl and Helm read, takes differently from YAML 1.2. */
public final class Yaml11 {

    private Yaml11() {}

    /**
     * Whether a scalar without quotes reads differently in YAML 1.1: yes, no, on, off, y, n, octal numbers, numbers
     * with underscores and sexagesimal ones such as {@code 12:30}. Such a value should be quoted.
     */
    public static boolean suspicious(Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain() || text.isEmpty()) {
            return false;
        }
        return switch (scalar.kind()) {
            case INTEGER -> octal(text);
            case STRING -> truthWord(text) || oddNumber(text);
            case FLOAT, BOOLEAN, NULL -> false;
        };
    }

    private static boolean octal(String text) {
        int from = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        if (text.length() < from + 2 || text.charAt(from) != '0' || text.charAt(from + 1) == 'x') {
            return false;
        }
        return text.indexOf('8') < 0 && text.indexOf('9') < 0;
    }

    private static boolean truthWord(String text) {
        return switch (text.charAt(0)) {
            case 'y', 'Y' -> CoreSchema.word(text, "y") || CoreSchema.word(text, "yes");
            case 'n', 'N' -> CoreSchema.word(text, "n") || CoreSchema.word(text, "no");
            case 'o', 'O' -> CoreSchema.word(text, "on") || CoreSchema.word(text, "off");
            default -> false;
        };
    }

    /** Digits held together by underscores, or by colons as in base sixty. */
    private static boolean oddNumber(String text) {
        int from = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        if (from == text.length() || !digit(text.charAt(from)) || !digit(text.charAt(text.length() - 1))) {
            return false;
        }
        boolean odd = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            odd |= c == '_' || c == ':';
            if (!digit(c) && c != '_' && c != ':' && c != '.') {
                return false;
            }
        }
        return odd && (text.indexOf(':') < 0 || sexagesimal(text, from));
    }

    /** Every part after the first is one or two digits and less than sixty; the last may have a fraction. */
    private static boolean sexagesimal(String text, int from) {
        int part = text.indexOf(':', from) + 1;
        while (part > 0) {
            int next = text.indexOf(':', part);
            int dot = text.indexOf('.', part);
            int end = next >= 0 ? next : dot >= 0 ? dot : text.length();
            boolean short2 = end == part + 1 || end == part + 2 && text.charAt(part) < '6';
            if (!short2) {
                return false;
            }
            part = next + 1;
        }
        return true;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
