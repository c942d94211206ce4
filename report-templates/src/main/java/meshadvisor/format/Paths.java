package meshadvisor.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths of files as code hosts want them: from the root of the repository, where the program is run. */
final class Paths {

    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private Paths() {}

    static String relative(String file) {
        String path = file;
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return path;
    }

    /** The path as a relative reference of RFC 3986: what is no character of a path is escaped, a colon too, for it would begin a scheme. */
    static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte b : relative(file).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
