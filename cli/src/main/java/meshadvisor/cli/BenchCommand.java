package meshadvisor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures on a real cluster what a mesh costs. Alone it shows what it can do. */
@Command(name = "bench", sortOptions = false, description = "Measure on a cluster what each mesh adds to latency and resources.",
        commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor bench plan", "  meshadvisor bench run --variants istio-sidecar -o bench-run.json",
                "  meshadvisor bench report bench-run.json", "  meshadvisor bench status", "  meshadvisor bench clean --run r4k2xq9"})
final class BenchCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    /** With the commands below it. */
    static CommandLine with(Outside outside) {
        return BenchWord.understood(new CommandLine(new BenchCommand()).addSubcommand("plan", new BenchPlanCommand(outside))
                .addSubcommand("run", new BenchRunCommand(outside)).addSubcommand("status", new BenchStatusCommand(outside))
                .addSubcommand("report", new BenchReportCommand(outside)).addSubcommand("compare", new BenchCompareCommand(outside))
                .addSubcommand("clean", new BenchCleanCommand(outside)));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK.code();
    }
}
