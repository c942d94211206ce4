package meshadvisor.load;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program: {@code java -jar load-generator.jar drive|serve|merge …}. */
@Command(name = "load-generator", description = "Open-loop load and an echo server.", mixinStandardHelpOptions = true,
        subcommands = {DriveCommand.class, ServeCommand.class, MergeCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /**
     * Runs one command line.
     *
     * @return its exit code
     */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine root = new CommandLine(new Main()).setOut(out).setErr(err).setExecutionStrategy(Main::runUnlessMistaken);
        root.getCommandSpec().parser().collectErrors(true);
        root.getSubcommands().values().forEach(each -> each.getCommandSpec().parser().collectErrors(true));
        return root.execute(arguments);
    }

    private static int runUnlessMistaken(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine command = last.commandSpec().commandLine();
        List<String> mistakes = new ArrayList<>(Mistakes.in(parsed));
        if (command.getCommand() instanceof Checks checks) {
            mistakes.addAll(checks.mistakes());
        }
        if (!parsed.hasSubcommand() && mistakes.isEmpty()) {
            mistakes.add("a command is missing: " + String.join(", ", command.getSubcommands().keySet()));
        }
        return mistakes.isEmpty() ? new RunLast().execute(parsed) : Mistakes.tell(mistakes, command);
    }
}
