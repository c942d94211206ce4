package meshadvisor.cli;

import picocli.CommandLine.Option;

/** The options of commands that may colour what they print. */
final class ColorOptions {

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto",
            description = "Colour: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Color when = Color.AUTO;

    @Option(names = "--no-color", description = "The same as --color=never.")
    boolean refused;

    /** Whether to colour what the stream gets. */
    boolean on(Stream stream, Outside outside) {
        return (refused ? Color.NEVER : when).on(stream, outside);
    }
}
