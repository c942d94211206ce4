package meshadvisor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. Alone it shows what the program can do. */
@Command(name = "meshadvisor", versionProvider = Version.class, sortOptions = false, usageHelpAutoWidth = true,
        description = "Says whether a service mesh is needed, which one, what it costs, and why.")
public final class Meshadvisor implements Callable<Integer> {

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    boolean helpWanted;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    boolean versionWanted;

    @Spec
    CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole program as a picocli command line; callers replace its writers to catch what it prints. */
    public static CommandLine commandLine() {
        return new CommandLine(new Meshadvisor());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
