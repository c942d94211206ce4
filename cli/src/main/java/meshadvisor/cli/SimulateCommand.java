package meshadvisor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Simulates what cannot be tried. Alone it shows what it can do. */
@Command(name = "simulate", sortOptions = false, description = "Simulate what would happen on the worst day.",
        commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor simulate surge --factor 8", "  meshadvisor simulate surge --scenario war-story"})
final class SimulateCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    /** With the commands below it. */
    static CommandLine with(Outside outside) {
        return new CommandLine(new SimulateCommand()).addSubcommand("surge", new SimulateSurgeCommand(outside));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK.code();
    }
}
