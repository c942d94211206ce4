package meshadvisor.load.wire;

import java.util.Arrays;

/**
 * Reads the Huffman code of HPACK (RFC 7541, appendix B) four bits at a time. A state is an inner node of the code's tree; as no code
 * is shorter than five bits, a step emits at most one byte.
 */
final class Huffman {

    /** The length of each symbol's code, 0 to 255 and EOS: 'A' is 5 bits. The code is canonical, so that the lengths tell it. */
    private static final String LENGTHS = "ISXXXXXXXTZXXZXXXXXXXXZXXXXXXXXXBFFHIBDGFFDGDBBBAAABBBBBBBCDKBHFIBCCCCCCCCCCCCCCCCCCCCCCDCDIOIJB"
            + "KABABABBBACCBBBABCBAABCCCCCKGJIXPRPPRRRSRSSSSSTSTTRSTSSSSQRSRSSTRQPRRSSQSRRTQRSSQQRQSRSSPRRRSRRSVVPORSRUVVVWWVTUOQVWWVWTQQVVXWWWP"
            + "TPQRQQSRRUUTTVSVWVVWWWWWXWWWWWVZ";

    private static final int EOS = 256;
    private static final int EMITS = 1 << 16;
    private static final int FAILS = 1 << 17;

    /** By state and four bits: the next state in bits 8 to 15, the byte in bits 0 to 7, and what to do with it. */
    private static final int[] STEPS = new int[256 * 16];
    /** States in which the text may end: at most seven bits, all of them 1, since the last symbol. */
    private static final boolean[] ENDS = new boolean[256];

    static {
        new Tree().fill();
    }

    private Huffman() {}

    /** The most bytes that so many encoded ones can become. */
    static int most(int encoded) {
        return encoded * 8 / 5;
    }

    /**
     * Decodes into a buffer that has room for {@link #most}.
     *
     * @return the number of bytes written
     * @throws Http2Error if the text contains EOS or ends in a padding that is none
     */
    static int decode(byte[] from, int start, int length, byte[] into) throws Http2Error {
        int state = 0;
        int at = 0;
        for (int i = start; i < start + length; i++) {
            int high = STEPS[state << 4 | from[i] >> 4 & 15];
            into[at] = (byte) high;
            at += high >> 16 & 1;
            int low = STEPS[high >> 4 & 0xff0 | from[i] & 15];
            if (((high | low) & FAILS) != 0) {
                throw Http2Error.compression("EOS in a Huffman text");
            }
            if ((low & EMITS) != 0) {
                into[at++] = (byte) low;
            }
            state = low >> 8 & 0xff;
        }
        if (!ENDS[state]) {
            throw Http2Error.compression("padding of a Huffman text");
        }
        return at;
    }

    /** The tree of the code, and the steps through it. */
    private static final class Tree {
        /** Children of inner nodes, two each: another inner node's number, or ~symbol. */
        private final int[] children = new int[512];
        private int nodes = 1;

        Tree() {
            int code = 0;
            for (int length = 5; length <= 30; length++) {
                for (int symbol = 0; symbol <= EOS; symbol++) {
                    if (LENGTHS.charAt(symbol) - 'A' + 5 == length) {
                        add(symbol, code++, length);
                    }
                }
                code <<= 1;
            }
        }

        private void add(int symbol, int code, int length) {
            int node = 0;
            for (int bit = length - 1; bit > 0; bit--) {
                int child = 2 * node + (code >> bit & 1);
                if (children[child] == 0) {
                    children[child] = nodes++;
                }
                node = children[child];
            }
            children[2 * node + (code & 1)] = ~symbol;
        }

        void fill() {
            for (int state = 0; state < nodes; state++) {
                for (int bits = 0; bits < 16; bits++) {
                    STEPS[state << 4 | bits] = step(state, bits);
                }
            }
            Arrays.fill(ENDS, false);
            int node = 0;
            for (int ones = 0; ones < 8; ones++) {
                ENDS[node] = true;
                node = children[2 * node + 1];
            }
        }

        private int step(int state, int bits) {
            int node = state;
            int emitted = 0;
            for (int bit = 3; bit >= 0; bit--) {
                node = children[2 * node + (bits >> bit & 1)];
                if (node == ~EOS) {
                    return FAILS;
                }
                if (node < 0) {
                    emitted = EMITS | ~node;
                    node = 0;
                }
            }
            return node << 8 | emitted;
        }
    }
}
