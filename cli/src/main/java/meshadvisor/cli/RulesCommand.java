package meshadvisor.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import meshadvisor.format.TableJson;
import meshadvisor.format.TableText;
import meshadvisor.report.Block.Table;
import meshadvisor.report.Listings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What rules there are. */
@Command(name = "rules", description = "Show which rules there are.")
final class RulesCommand implements Callable<Integer> {

    private final Outside outside;

    @Spec
    CommandSpec spec;

    RulesCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(outside.out());
        return ExitCode.OK.code();
    }

    @Command(name = "list", description = "List the rules with code, severity and title.")
    int list(@Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).") ListFormat format) {
        Table rules = new Listings(Knowledge.read()).rules();
        switch (format) {
            case TABLE -> TableText.lines(rules, outside.terminal().width()).forEach(line -> outside.out().print(line + "\n"));
            case JSON -> outside.out().print(TableJson.of(Map.of("rules", rules)));
        }
        return ExitCode.OK.code();
    }
}
