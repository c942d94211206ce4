package meshadvisor.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import meshadvisor.tree.Problem.Kind;

/** From bytes to text: UTF-8, or UTF-16 with a byte order mark, and nothing that is not well-formed. */
final class SourceText {

    private static final String SAVE_AS_UTF8 = "Save the file as UTF-8.";

    private SourceText() {}

    /** The content as UTF-8, its byte order mark still there. */
    static byte[] utf8(byte[] content) {
        if (startsWith(content, 0xFE, 0xFF)) {
            return recoded(content, StandardCharsets.UTF_16BE);
        }
        return startsWith(content, 0xFF, 0xFE) ? recoded(content, StandardCharsets.UTF_16LE) : content;
    }

    /** Length of the byte order mark of UTF-8, 0 if there is none. */
    static int markLength(byte[] utf8) {
        return startsWith(utf8, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] recoded(byte[] content, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(content));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new Unreadable(new Problem(Kind.UNREADABLE, 0, 0,
                    "The file begins with the byte order mark of " + charset + " but is not well-formed " + charset + ".",
                    SAVE_AS_UTF8));
        }
    }

    /** The text between two offsets, whose first line has this number in the file. */
    static String decoded(byte[] utf8, int from, int to, int firstLine) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            refuseMalformed(utf8, from, to, firstLine);
        }
        return text;
    }

    private static void refuseMalformed(byte[] utf8, int from, int to, int firstLine) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(utf8, from, to - from);
        CharBuffer wellFormed = CharBuffer.allocate(to - from);
        CoderResult result = decoder.decode(bytes, wellFormed, true);
        if (!result.isError()) {
            return;
        }
        Spot spot = Spot.after(wellFormed.flip().toString(), firstLine);
        throw new Unreadable(new Problem(Kind.UNREADABLE, spot.line(), spot.column(),
                String.format("The byte 0x%02X at offset %d of the file is not UTF-8.",
                        utf8[bytes.position()] & 0xFF, bytes.position()),
                SAVE_AS_UTF8));
    }
}
