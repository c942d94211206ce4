package meshadvisor.load.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A view of bytes in an array that somebody else owns: valid until the owner's next step. */
final class Octets {

    private static final byte[] NONE = {};

    private byte[] array = NONE;
    private int start;
    private int length;

    static Octets of(String text) {
        var octets = new Octets();
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        octets.see(bytes, 0, bytes.length);
        return octets;
    }

    void see(byte[] newArray, int newStart, int newLength) {
        array = newArray;
        start = newStart;
        length = newLength;
    }

    void see(Octets other) {
        see(other.array, other.start, other.length);
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return array[start + index];
    }

    boolean is(Octets other) {
        return length == other.length && Arrays.equals(array, start, start + length, other.array, other.start, other.start + length);
    }

    boolean startsWith(Octets other) {
        return length >= other.length
                && Arrays.equals(array, start, start + other.length, other.array, other.start, other.start + other.length);
    }

    boolean hasCapitals() {
        for (int i = 0; i < length; i++) {
            if (at(i) >= 'A' && at(i) <= 'Z') {
                return true;
            }
        }
        return false;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(array, start, target, at, length);
    }

    /** The decimal number that these bytes spell, or -1 if they spell none below 2^31. */
    int number() {
        if (length == 0 || length > 10) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = at(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    @Override
    public String toString() {
        return new String(array, start, length, StandardCharsets.ISO_8859_1);
    }
}
