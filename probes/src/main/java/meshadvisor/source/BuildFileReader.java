package meshadvisor.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import meshadvisor.catalog.BuildFile;

/** Reads build files, each with the parser of its format. */
final class BuildFileReader {

    private BuildFileReader() {}

    /**
     * What a build file says.
     *
     * @throws BrokenBuildFile if it cannot be read, or asks for more than is reasonable
     */
    static Declared read(BuildFile build, byte[] content) throws BrokenBuildFile {
        byte[] text = withoutMark(content);
        return switch (build.format()) {
            case XML -> XmlBuild.read(build, text);
            case JSON -> JsonBuild.read(build, text);
            case TOML -> TomlBuild.read(build, new String(text, StandardCharsets.UTF_8));
            case LINES -> LineBuild.read(build, new String(text, StandardCharsets.UTF_8));
        };
    }

    private static byte[] withoutMark(byte[] content) {
        boolean mark = content.length > 2 && (content[0] & 0xFF) == 0xEF && (content[1] & 0xFF) == 0xBB && (content[2] & 0xFF) == 0xBF;
        return mark ? Arrays.copyOfRange(content, 3, content.length) : content;
    }
}
