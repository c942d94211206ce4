package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.cli.Mistake.UsageMistake;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli found wrong with a command line, in our words. */
final class UsageMistakes {

    private UsageMistakes() {}

    /** All mistakes of the command and of those below it. */
    static List<Mistake> in(ParseResult parsed) {
        List<Mistake> mistakes = new ArrayList<>();
        parsed.errors().forEach(error -> mistakes.addAll(of(error)));
        parsed.subcommands().forEach(sub -> mistakes.addAll(in(sub)));
        return List.copyOf(mistakes);
    }

    /** What one complaint says; picocli gathers all unknown words of a command in one. */
    static List<Mistake> of(Exception complaint) {
        if (complaint instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        return List.of(new UsageMistake(String.valueOf(complaint.getMessage())));
    }

    /** The command that the mistakes belong to. */
    static CommandLine command(ParseResult parsed) {
        return parsed.hasSubcommand() ? command(parsed.subcommand()) : parsed.commandSpec().commandLine();
    }

    private static List<Mistake> unmatched(UnmatchedArgumentException complaint) {
        CommandLine command = complaint.getCommandLine();
        boolean takesCommand = !command.getSubcommands().isEmpty();
        List<Mistake> mistakes = new ArrayList<>();
        for (String word : complaint.getUnmatched()) {
            boolean isOption = word.startsWith("-");
            mistakes.add(isOption ? unknownOption(word, command) : takesCommand ? unknownCommand(word, command) : unexpected(word));
            if (!isOption && takesCommand) {
                break; // what follows belongs to a command that nobody knows
            }
        }
        return List.copyOf(mistakes);
    }

    private static Mistake unknownOption(String word, CommandLine command) {
        String name = word.split("=", 2)[0];
        List<String> known = command.getCommandSpec().options().stream().flatMap(o -> List.of(o.names()).stream())
                .filter(n -> n.startsWith("--")).toList();
        return new UsageMistake("unknown option " + name + meant(Similar.to(name, known).orElse("")));
    }

    static Mistake unknownCommand(String word, CommandLine command) {
        return new UsageMistake("unknown command " + word + meant(Similar.to(word, command.getSubcommands().keySet()).orElse("")));
    }

    private static Mistake unexpected(String word) {
        return new UsageMistake("unexpected argument " + word);
    }

    private static String meant(String word) {
        return word.isEmpty() ? "" : "; did you mean " + word + "?";
    }
}
