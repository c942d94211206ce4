package meshadvisor.files;

/** Matches one name between slashes: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]}, and a backslash before what is meant literally. */
final class NamePattern {

    private static final int NO_MATCH = -1;

    private NamePattern() {}

    /** Goes back to the last star only, so the time is at most the product of both lengths. */
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = NO_MATCH;
        int resume = 0;
        while (n < name.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? afterMatch(pattern, p, name.charAt(n)) : NO_MATCH;
            if (next != NO_MATCH) {
                p = next;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (star != NO_MATCH) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on if what stands at an index matches the character. */
    private static int afterMatch(String pattern, int at, char c) {
        return switch (pattern.charAt(at)) {
            case '?' -> at + 1;
            case '[' -> afterSet(pattern, at + 1, c);
            case '\\' -> at + 1 < pattern.length() && pattern.charAt(at + 1) == c ? at + 2 : NO_MATCH;
            default -> pattern.charAt(at) == c ? at + 1 : NO_MATCH;
        };
    }

    /** A set that has no end matches nothing, as in git. */
    private static int afterSet(String pattern, int from, char c) {
        int i = from;
        boolean negated = i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^');
        i += negated ? 1 : 0;
        boolean in = false;
        for (int first = i; i < pattern.length() && (pattern.charAt(i) != ']' || i == first); i++) {
            i += pattern.charAt(i) == '\\' ? 1 : 0;
            if (i + 2 < pattern.length() && pattern.charAt(i + 1) == '-' && pattern.charAt(i + 2) != ']') {
                in |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                in |= i < pattern.length() && pattern.charAt(i) == c;
            }
        }
        return i < pattern.length() && in != negated ? i + 1 : NO_MATCH;
    }
}
