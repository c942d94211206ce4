package meshadvisor.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. Alone it shows what the program can do. */
@Command(name = Outside.USUAL_NAME, versionProvider = Version.class, sortOptions = false,
        description = "Says whether a service mesh is needed, which one, what it costs, and why.",
        commandListHeading = "%nCommands:%n", exitCodeListHeading = "%nExit codes:%n")
public final class Meshadvisor implements Callable<Integer> {

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    boolean helpWanted;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    boolean versionWanted;

    @Spec
    CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(args, Outside.ofProcess()));
    }

    /** Runs one command line in the given world and says the exit code. */
    public static int run(String[] args, Outside outside) {
        int code = execute(args, outside);
        outside.err().flush();
        boolean cut = outside.out().checkError(); // flushes, too
        if (cut && !System.getProperty("meshadvisor.pipe", "").equals("out")) { // who reads a pipe may stop when they have seen enough
            outside.err().println(outside.invokedAs() + ": standard output could not be written to its end");
            outside.err().flush();
            return code == ExitCode.OK.code() ? ExitCode.USAGE.code() : code;
        }
        return code;
    }

    private static int execute(String[] args, Outside outside) {
        try {
            return commandLine(outside, Subcommand.neededFor(args)).execute(args);
        } catch (OutOfMemoryError e) {
            outside.err().println(outside.invokedAs() + ": not enough memory for this input;"
                    + " give fewer files at once, or more memory with MESHADVISOR_JAVA_OPTIONS=-Xmx4g");
            return ExitCode.INPUT.code();
        }
    }

    /** The program as a picocli command line with some of its commands. */
    static CommandLine commandLine(Outside outside, List<Subcommand> subcommands) {
        CommandLine root = new CommandLine(new Meshadvisor());
        subcommands.forEach(each -> root.addSubcommand(each.word(), each.make(outside)));
        root.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        Failures failures = new Failures();
        return collectingErrors(root).setCommandName(shownName(outside.invokedAs())).setOut(outside.out()).setErr(outside.err())
                .setExpandAtFiles(false) // a path may begin with @
                .setCaseInsensitiveEnumValuesAllowed(true).setAllowOptionsAsOptionParameters(false)
                .setUsageHelpWidth(Terminal.USUAL_WIDTH).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures)
                .setExecutionStrategy(Meshadvisor::runUnlessMistaken);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(each -> meanings.put(Integer.toString(each.code()), each.meaning()));
        return meanings;
    }

    private static CommandLine collectingErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(Meshadvisor::collectingErrors);
        return command;
    }

    private static int runUnlessMistaken(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        List<Mistake> mistakes = UsageMistakes.in(parsed);
        if (mistakes.isEmpty()) {
            return new RunLast().execute(parsed);
        }
        List<Mistake> all = new ArrayList<>(mistakes);
        CommandLine command = UsageMistakes.command(parsed);
        if (command.getCommand() instanceof Checks checks) {
            all.addAll(checks.mistakes());
        }
        return Failures.misused(all, command);
    }

    /** kubectl starts its plugins as kubectl-some_name and shows them as "kubectl some-name". */
    private static String shownName(String invokedAs) {
        return invokedAs.startsWith("kubectl-") ? "kubectl " + invokedAs.substring("kubectl-".length()).replace('_', '-') : invokedAs;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK.code();
    }
}
