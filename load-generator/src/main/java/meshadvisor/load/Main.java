package meshadvisor.load;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program: {@code java -jar load-generator.jar drive|serve|merge|agent|rendezvous|janitor …}. */
@Command(name = "load-generator", description = "Open-loop load and an echo server.", mixinStandardHelpOptions = true)
public final class Main {

    private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("drive", () -> new DriveCommand(Course.UNHEARD));
        COMMANDS.put("serve", ServeCommand::new);
        COMMANDS.put("merge", MergeCommand::new);
        COMMANDS.put("agent", AgentCommand::new);
        COMMANDS.put("rendezvous", RendezvousCommand::new);
        COMMANDS.put("janitor", JanitorCommand::new);
    }

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
        return run(commands(arguments), arguments, out, err);
    }

    /**
     * Runs one command line of these commands.
     *
     * @return its exit code
     */
    static int run(List<Object> commands, String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine root = new CommandLine(new Main());
        commands.forEach(root::addSubcommand);
        root.setExpandAtFiles(false); // --script @FILE is of the agent, and no list of arguments
        root.setOut(out).setErr(err).setExecutionStrategy(Main::runUnlessMistaken);
        root.getCommandSpec().parser().collectErrors(true);
        root.getSubcommands().values().forEach(each -> each.getCommandSpec().parser().collectErrors(true));
        return root.execute(arguments);
    }

    /** The command that is meant, or else all of them: to read what each can do takes as long as everything else before the first request. */
    private static List<Object> commands(String[] arguments) {
        Supplier<Object> meant = COMMANDS.get(arguments.length == 0 ? "" : arguments[0]);
        return meant == null ? COMMANDS.values().stream().map(Supplier::get).toList() : List.of(meant.get());
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
