package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Run by the build: writes beside the classes what start-up would otherwise compute each time. */
final class BuildResources {

    /** Where the help of the root command lies in the jar. A constant, so that the launcher need not load this class for it. */
    static final String ROOT_HELP = "meshadvisor/help.txt";

    private BuildResources() {}

    /** Takes the folder of the knowledge, that of the languages and that of the classes. */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[2]);
        try {
            write(classes.resolve(Knowledge.RESOURCE), CatalogueCompiler.compile(Path.of(args[0]), Path.of(args[1])));
        } catch (MistakesFound e) {
            e.mistakes().forEach(mistake -> System.err.println(mistake.sentence()));
            System.exit(ExitCode.USAGE.code());
        }
        write(classes.resolve(ROOT_HELP), rootHelp().getBytes(UTF_8));
    }

    /** What the root command prints as its help under its usual name. */
    static String rootHelp() {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        Outside nowhere = new Outside(InputStream.nullInputStream(), nobody, nobody, Clock.systemUTC(), Map.of(), Terminal.NONE,
                Outside.USUAL_NAME);
        return Meshadvisor.commandLine(nowhere, List.of(Subcommand.values())).getUsageMessage();
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
