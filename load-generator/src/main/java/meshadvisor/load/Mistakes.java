package meshadvisor.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line: everything, a sentence each, never the first only. */
final class Mistakes {

    /** The exit code of a command line that cannot be run. */
    static final int USAGE = 2;

    private final List<String> sentences = new ArrayList<>();

    /** Says that something is wrong unless this holds. */
    void unless(boolean holds, String sentence) {
        if (!holds) {
            sentences.add(sentence);
        }
    }

    /** The value of an option; where it cannot be read, its mistake is kept and the other value taken, so that reading can go on. */
    <T> T read(String option, T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            sentences.add(option + ": " + e.getMessage());
            return otherwise;
        }
    }

    /** A file that is to be written can be, as far as one can see beforehand. */
    void writable(String option, @Nullable Path file) {
        if (file != null) {
            var folder = file.toAbsolutePath().normalize().getParent();
            unless(folder != null && Files.isDirectory(folder), option + ": there is no folder " + folder);
            unless(folder == null || !Files.isDirectory(folder) || Files.isWritable(folder) && !Files.isDirectory(file),
                    option + ": " + file + " cannot be written");
        }
    }

    /** A whole number within bounds. */
    long number(String option, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            unless(value >= least && value <= most, option + ": " + text + " is not from " + least + " to " + most);
            return Math.clamp(value, least, most);
        } catch (NumberFormatException e) {
            sentences.add(option + ": \"" + text + "\" is not a whole number");
            return least;
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** Those that the parser of command lines found. */
    static List<String> in(ParseResult parsed) {
        List<String> found = new ArrayList<>();
        for (Exception each : parsed.errors()) {
            if (each instanceof UnmatchedArgumentException unmatched) {
                unmatched.getUnmatched().forEach(word -> found.add("unknown " + (word.startsWith("-") ? "option " : "argument ") + word));
            } else {
                found.add(String.valueOf(each.getMessage()));
            }
        }
        if (parsed.hasSubcommand()) {
            found.addAll(in(parsed.subcommand()));
        }
        return found;
    }

    /**
     * Tells them.
     *
     * @return the exit code
     */
    static int tell(List<String> sentences, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        sentences.forEach(each -> command.getErr().println(name + ": " + each));
        command.getErr().println("Run '" + name + " --help' to see what it takes.");
        return USAGE;
    }
}
