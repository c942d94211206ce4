package meshadvisor.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import meshadvisor.files.Sha256;

/** The key of a redaction. Who has it can try names until their hashes fit, so it is never in a snapshot. */
public final class RedactionKey {

    /** The function that hashes with it. */
    static final String FUNCTION = "HmacSHA256";

    private static final int BYTES = 32;
    private static final int MOST_BYTES = 4_096;
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){" + BYTES + ",}");

    private final byte[] bytes;

    private RedactionKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * Reads a key.
     *
     * @throws IOException if the file cannot be read
     * @throws NoKey if it holds none
     */
    public static RedactionKey read(Path file) throws IOException, NoKey {
        if (Files.size(file) > MOST_BYTES) {
            throw new NoKey(file);
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!HEX.matcher(text).matches()) {
            throw new NoKey(file);
        }
        return new RedactionKey(HexFormat.of().parseHex(text));
    }

    /**
     * Makes a key by chance and writes it to a file that only its owner may read.
     *
     * @throws FileAlreadyExistsException if there is such a file
     * @throws IOException if it cannot be written
     */
    public static RedactionKey make(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try (var out = OwnerOnly.newFile(file)) {
            out.write((HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return new RedactionKey(bytes);
    }

    /** A file that holds no key. */
    public static final class NoKey extends Exception {

        private static final long serialVersionUID = 1L;

        NoKey(Path file) {
            super(file + " holds no key: it must be at least " + 2 * BYTES
                    + " hexadecimal digits, as meshadvisor makes it where there is no file");
        }

        /** What is wrong and what belongs there. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Tells keys apart without telling them: the first 8 hexadecimal digits of their SHA-256. */
    public String id() {
        return Sha256.of(bytes).substring(0, 8);
    }

    SecretKeySpec secret() {
        return new SecretKeySpec(bytes, FUNCTION);
    }
}
