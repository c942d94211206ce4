package meshadvisor.traces;

/** Ids as numbers: they take a tenth of the memory of texts. */
final class Ids {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Ids() {}

    /** The number of up to 16 hexadecimal digits; of any other text one that hardly another has. 0 for no id. */
    static long of(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() <= 16 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Long.parseUnsignedLong(text, 16);
        }
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
