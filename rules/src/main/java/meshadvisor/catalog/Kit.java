package meshadvisor.catalog;

import java.util.List;
import meshadvisor.model.Trait;

/**
 * A library, or a part of the language itself, and how its use is recognised.
 *
 * @param names of the dependency that brings it, {@code *} for any text; none for what the language has itself
 * @param gives what it gives to a program that uses it
 * @param byItself whether it works by being there, without a word in the code
 * @param deadline of calls
 * @param retrying how it counts and what it does when nothing is said
 * @param uses places that show its use
 * @param source of what is said of its defaults
 * @param date when that was read, {@code yyyy-mm}
 * @param checked whether it was read there for this catalogue; else it is remembered, and whoever sees it is told
 */
public record Kit(String library, List<String> names, List<Trait> gives, boolean byItself, Deadline deadline, Retrying retrying,
        List<Use> uses, String source, String date, boolean checked) {

    /** Nothing is known of a deadline. */
    private static final Deadline OPEN = new Deadline("", "", Within.CALL);
    private static final Retrying NO_RETRIES = new Retrying(Counts.CALLS, 0, "");

    /** How far to look for something. */
    public enum Within {
        /** The lines of the call itself. */
        CALL,
        /** The file. */
        FILE,
        /** The whole program. */
        PROGRAM
    }

    /**
     * How long a call may take.
     *
     * @param usual when the code says nothing: {@code none}, or words such as {@code 10 s}; empty where it is not known
     * @param set what in the code says otherwise
     * @param within where that has to stand
     */
    public record Deadline(String usual, String set, Within within) {
        @SuppressWarnings("ConstantValue")
        public Deadline {
            usual = Given.or(usual, "");
            set = Given.or(set, "");
            Language.pattern(set);
            within = within == null ? Within.CALL : within;
        }
    }

    /** What a number of attempts counts. */
    public enum Counts {
        /** The first call, too. */
        CALLS,
        /** Only what is done again. */
        RETRIES
    }

    /**
     * How it retries.
     *
     * @param usual number when nothing is said, as it counts; 0 where it does not retry then, or it is not known
     * @param changes what in the call makes it retry POST and PATCH, too, where it leaves them alone by itself; empty where it does not
     */
    public record Retrying(Counts counts, int usual, String changes) {
        public Retrying {
            Given.needed(counts, "counts");
            changes = Given.or(changes, "");
            Language.pattern(changes);
        }

        /** Tries, the first call included; 0 for none. */
        public int tries(int number) {
            return number == 0 ? 0 : counts == Counts.RETRIES ? number + 1 : number;
        }
    }

    /**
     * A place that shows the use.
     *
     * @param words of which one stands there
     * @param line what the line must contain, too
     * @param quoted whether the words stand in a text
     * @param unless what the call must not contain
     * @param shows what it shows, if not what the library gives
     * @param speaks id of the protocol that is spoken there, where it is told
     * @param attempts in the call: a pattern with a group that is the number of attempts
     * @param each likewise, the time that one attempt may take
     * @param whole likewise, the time that all may take
     * @param everywhere whether it holds for every call of the program, wherever it stands
     */
    public record Use(List<String> words, String line, boolean quoted, String unless, List<Trait> shows, String speaks,
            String attempts, String each, String whole, boolean everywhere) {
        public Use {
            words = Given.list(words);
            line = Given.or(line, "");
            unless = Given.or(unless, "");
            shows = Given.list(shows);
            speaks = Given.or(speaks, "");
            attempts = Given.or(attempts, "");
            each = Given.or(each, "");
            whole = Given.or(whole, "");
            List.of(line, unless, attempts, each, whole).forEach(Language::pattern);
            for (String word : words) {
                if (!word.matches("[A-Za-z0-9_]+")) {
                    throw new IllegalArgumentException("\"" + word + "\" is no word of letters, digits and _");
                }
            }
        }
    }

    @SuppressWarnings("ConstantValue")
    public Kit {
        Given.needed(library, "library");
        names = Given.list(names);
        gives = Given.list(gives);
        uses = Given.list(uses);
        boolean claims = deadline != null && !deadline.usual().isEmpty() || retrying != null;
        source = claims ? Given.needed(source, "source") : Given.or(source, "");
        date = claims ? Given.needed(date, "date") : Given.or(date, "");
        deadline = deadline == null ? OPEN : deadline;
        retrying = retrying == null ? NO_RETRIES : retrying;
    }
}
