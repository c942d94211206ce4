package meshadvisor.cli;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.List;

/** Every command, in the order of the help. A new command is a word and a line here, and one file beside this one. */
enum Subcommand {
    ASSESS, REPORT, PLAN, ESTIMATE, QUESTIONS, SNAPSHOT, RBAC, BENCH, SIMULATE, GATE, EXPLAIN, RULES, CATALOG, HELP;

    /** The annotated object that picocli fills and calls, or a command line of several. */
    Object make(Outside outside) {
        return switch (this) {
            case ASSESS -> new Assess(outside);
            case REPORT -> new ReportCommand(outside);
            case PLAN -> new PlanCommand(outside);
            case ESTIMATE -> new EstimateCommand(outside);
            case QUESTIONS -> new Questions(outside);
            case SNAPSHOT -> new SnapshotCommand(outside);
            case RBAC -> new RbacCommand(outside);
            case BENCH -> BenchCommand.with(outside);
            case SIMULATE -> SimulateCommand.with(outside);
            case GATE -> new GateCommand(outside);
            case EXPLAIN -> new Explain(outside);
            case RULES -> new RulesCommand(outside);
            case CATALOG -> new CatalogCommand(outside);
            case HELP -> new HelpOn();
        };
    }

    /** The word that users type. */
    String word() {
        return name().toLowerCase(ROOT).replace('_', '-');
    }

    /** The commands that are worth making for a command line: the one it begins with, else all. Each costs time at start. */
    static List<Subcommand> neededFor(String[] args) {
        return Arrays.stream(values()).filter(s -> args.length > 0 && s.word().equals(args[0]) && s != HELP).findFirst()
                .map(List::of).orElse(List.of(values()));
    }
}
