package meshadvisor.format.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** The fonts of a page, which go into the file with it. */
record Fonts(Face text, Face strong, Face code) {

    private static final String FOLDER = "meshadvisor/format/paper/";

    /** From the jar, as those of a machine differ from machine to machine. */
    static Fonts load() throws IOException {
        return new Fonts(face("DejaVuSansCondensed.ttf"), face("DejaVuSansCondensed-Bold.ttf"), face("DejaVuSansMono.ttf"));
    }

    private static Face face(String name) throws IOException {
        try (InputStream font = Optional.ofNullable(Fonts.class.getClassLoader().getResourceAsStream(FOLDER + name)).orElseThrow()) {
            return Face.of(font);
        }
    }

    /** Whether a character can be shown wherever it stands. */
    boolean have(int codePoint) {
        return Stream.of(text, strong, code).allMatch(face -> face.has(codePoint));
    }
}
