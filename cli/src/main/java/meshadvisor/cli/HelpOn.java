package meshadvisor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Help in the way in which kubectl's users ask for it; the same text as the command's own --help. */
@Command(name = "help", description = "Show help for a command.")
final class HelpOn implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; all of them if none is named.")
    String command = "";

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        CommandLine asked = command.isEmpty() ? root : root.getSubcommands().get(command);
        if (asked == null) {
            throw new MistakesFound(UsageMistakes.unknownCommand(command, root));
        }
        asked.usage(spec.commandLine().getOut());
        return ExitCode.OK.code();
    }
}
