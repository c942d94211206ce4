package meshadvisor.cli;

import java.util.List;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cluster.ClusterUnavailable;
import meshadvisor.format.Visible;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes words on standard error and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** A command found that its options do not go together. */
    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        return misused(UsageMistakes.of(failure), failure.getCommandLine());
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case MistakesFound found -> told(found.mistakes(), command);
            case CatalogueMistake wrong -> told(List.of(new UsageMistake(String.valueOf(wrong.getMessage()))), command);
            case ClusterUnavailable unavailable -> {
                command.getErr().println(name(command) + ": " + Visible.of(unavailable.sentence()));
                yield ExitCode.CLUSTER.code();
            }
            default -> bug(failure, command);
        };
    }

    /** Mistakes of the command line itself, and where to read what the command takes. */
    static int misused(List<Mistake> mistakes, CommandLine command) {
        int code = told(mistakes, command);
        command.getErr().println("Run '" + command.getCommandSpec().qualifiedName() + " --help' to see what it takes.");
        return code;
    }

    private static int told(List<Mistake> mistakes, CommandLine command) {
        mistakes.forEach(mistake -> command.getErr().println(name(command) + ": " + Visible.of(mistake.sentence())));
        return ExitCode.USAGE.code();
    }

    private static int bug(Exception failure, CommandLine command) {
        command.getErr().println(name(command) + ": internal error, a bug of " + Version.text() + " on Java " + Runtime.version()
                + ". Please report it with the lines below, the command line and the smallest input that shows it.");
        failure.printStackTrace(command.getErr());
        return ExitCode.BUG.code();
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().root().name();
    }
}
