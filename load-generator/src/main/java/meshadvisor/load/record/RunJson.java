package meshadvisor.load.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The file {@code run.json}. The same report gives the same bytes, in every locale. */
public final class RunJson {

    /** What one phase of each of many generators needs is far below. */
    private static final int MOST = 64 * 1024 * 1024;

    private static final JSON WRITER = JSON.builder().enable(JSON.Feature.PRETTY_PRINT_OUTPUT).build();

    private RunJson() {}

    /** The report as JSON, with a line break at the end. */
    public static String text(RunReport report) {
        return WRITER.asString(Written.tree(report)).replace("\r\n", "\n") + "\n";
    }

    /** How a report in one file names its interval log in another: from the folder of the first, where that is possible. */
    public static String logName(Path runJson, Path hlog) {
        Path log = hlog.toAbsolutePath().normalize();
        return Optional.ofNullable(runJson.toAbsolutePath().normalize().getParent())
                .filter(folder -> Objects.equals(folder.getRoot(), log.getRoot()))
                .map(folder -> folder.relativize(log)).orElse(log).toString().replace('\\', '/');
    }

    /** Writes the file beside its place and moves it there, so that nobody reads half of it. */
    public static void write(RunReport report, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text(report));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a report.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no such report, with what is wrong and where
     */
    public static RunReport read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST + 1);
        }
        if (bytes.length > MOST) {
            throw new IllegalArgumentException("larger than 64 MiB");
        }
        return parse(bytes);
    }

    private static RunReport parse(byte[] bytes) {
        Object tree;
        try {
            tree = JSON.std.anyFrom(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
        if (!(tree instanceof Map<?, ?> fields) || !RunReport.KIND.equals(fields.get("kind"))) {
            throw new IllegalArgumentException("no " + RunReport.KIND);
        }
        if (!RunReport.API_VERSION.equals(fields.get("apiVersion"))) {
            throw new IllegalArgumentException("written in a version of the format that this program does not know");
        }
        return Bound.to(RunReport.class, fields);
    }
}
