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
@Command(name = "load-generator", description = "Open-loop load and an echo server.", mixinStandardHelpOptions = true)
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
        CommandLine root = new CommandLine(new Main());
        commands(arguments).forEach(root::addSubcommand);
        root.setOut(out).setErr(err).setExecutionStrategy(Main::runUnlessMistaken);
        root.getCommandSpec().parser().collectErrors(true);
        root.getSubcommands().values().forEach(each -> each.getCommandSpec().parser().collectErrors(true));
        return root.execute(arguments);
    }

    /** The command that is meant, or else all of them: to read what each can do takes as long as everything else before the first request. */
    private static List<Object> commands(String[] arguments) {
        return switch (arguments.length == 0 ? "" : arguments[0]) {
            case "drive" -> List.of(new DriveCommand());
            case "serve" -> List.of(new ServeCommand());
            case "merge" -> List.of(new MergeCommand());
            default -> List.of(new DriveCommand(), new ServeCommand(), new MergeCommand());
        };
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
        if (!parsed.hasSubcommand()) {
            mistakes.add("a command is missing: " + String.join(", ", command.getSubcommands().keySet()));
        }
        return mistakes.isEmpty() ? new RunLast().execute(parsed) : Mistakes.tell(mistakes, command);
    }
}
