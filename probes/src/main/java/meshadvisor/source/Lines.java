package meshadvisor.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file and where its lines begin. Every word that is looked for is ASCII, so nothing has to be decoded before it is found. */
final class Lines {

    /** Characters of a line that patterns are shown. */
    private static final int LONGEST_SHOWN = 1_000;
    private static final int GROWTH = 2;

    private final byte[] text;
    private final int[] starts;
    private final int count;
    private final int longest;

    private Lines(byte[] text, int[] starts, int count, int longest) {
        this.text = text;
        this.starts = starts;
        this.count = count;
        this.longest = longest;
    }

    static Lines of(byte[] text) {
        int[] starts = new int[text.length / 32 + 16];
        int count = 1;
        int longest = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                longest = Math.max(longest, i - starts[count - 1]);
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * GROWTH);
                }
                starts[count++] = i + 1;
            }
        }
        longest = Math.max(longest, text.length - starts[count - 1]);
        return new Lines(text, starts, count, longest);
    }

    byte[] text() {
        return text;
    }

    /** Number of lines; what follows the last line break is one. */
    int count() {
        return count;
    }

    /** Bytes of the longest line. */
    int longest() {
        return longest;
    }

    /** The line, counted from 1, without its end, as much of it as is shown to patterns. */
    String line(int number) {
        int from = starts[number - 1];
        int end = number < count ? starts[number] - 1 : text.length;
        int to = Math.min(end, from + LONGEST_SHOWN);
        return new String(text, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }
}
