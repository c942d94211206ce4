package meshadvisor.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.catalog.Kit;
import meshadvisor.model.Code.Attempts;
import meshadvisor.model.Code.Method;
import meshadvisor.model.Trait;

/**
 * A use of a library, its patterns made.
 *
 * @param number its place among those of the language
 */
record Marker(int number, Kit kit, Kit.Use use, Pattern line, Pattern unless, Pattern set, Pattern attempts, Pattern each, Pattern whole,
        Pattern changes) {

    private static final double SECOND = 1_000;
    private static final double MINUTE = 60_000;
    private static final int MOST_TRIES = 1_000;
    private static final Pattern CHANGING =
            Pattern.compile("(?i)\\bpost(Async|ForObject|ForEntity|AsJsonAsync|_json)?\\s*[(<]|\\bpatch(Async)?\\s*[(<]"
                    + "|@(Post|Patch)(Mapping|Exchange)?\\b|[\"'.](POST|PATCH)\\b");
    private static final Pattern KEY = Pattern.compile("(?i)idempotency|idempotent");

    static Marker of(int number, Kit kit, Kit.Use use) {
        return new Marker(number, kit, use, Pattern.compile(use.line()), Pattern.compile(use.unless()),
                Pattern.compile(kit.deadline().set()),
                Pattern.compile(use.attempts()), Pattern.compile(use.each()), Pattern.compile(use.whole()),
                Pattern.compile(kit.retrying().changes()));
    }

    /** Whether a line shows it; patterns that are not given say nothing against it. */
    boolean fits(String text) {
        return use.line().isEmpty() || line.matcher(text).find();
    }

    /** Whether something in the call speaks against it. */
    boolean excluded(String call) {
        return !use.unless().isEmpty() && unless.matcher(call).find();
    }

    /** Whether the lines of the call say how long it may take. */
    boolean limited(String call) {
        return !kit.deadline().set().isEmpty() && set.matcher(call).find();
    }

    private boolean spares() {
        return !kit.retrying().changes().isEmpty();
    }

    private boolean retries() {
        return (use.shows().isEmpty() ? kit.gives() : use.shows()).contains(Trait.RETRY);
    }

    /** What the call says of attempts, else what the library does when nothing is said. */
    Attempts attempts(String call) {
        if (!retries() || use.attempts().isEmpty() && kit.retrying().usual() == 0 && use.each().isEmpty() && use.whole().isEmpty()) {
            return Attempts.NONE;
        }
        Matcher number = attempts.matcher(call);
        boolean said = !use.attempts().isEmpty() && number.find();
        int tries = kit.retrying().tries(said ? bounded(number.group(1)) : kit.retrying().usual());
        String by = tries == 0 ? "" : said ? Attempts.CODE : "the default of " + kit.library();
        return new Attempts(tries, millis(each, use.each(), call), millis(whole, use.whole(), call), by);
    }

    private static int bounded(String digits) {
        return digits.length() > 4 ? MOST_TRIES : Math.min(MOST_TRIES, Integer.parseInt(digits));
    }

    /** The groups of such a pattern are called by their unit: {@code ms}, {@code s}, {@code min}. */
    private static double millis(Pattern pattern, String text, String call) {
        Matcher time = pattern.matcher(call);
        if (text.isEmpty() || !time.find()) {
            return 0;
        }
        return number(time, pattern, "ms", 1) + number(time, pattern, "s", SECOND) + number(time, pattern, "min", MINUTE);
    }

    private static double number(Matcher time, Pattern pattern, String group, double unit) {
        boolean there = pattern.namedGroups().containsKey(group) && time.group(group) != null;
        return there ? Double.parseDouble(time.group(group).toLowerCase(Locale.ROOT).replace("_", "")) * unit : 0;
    }

    /** Whether what is called may be called again; what a library leaves alone by itself is not. */
    Method method(String call) {
        if (spares() && !changes.matcher(call).find()) {
            return Method.HARMLESS;
        }
        return !CHANGING.matcher(call).find() ? Method.UNSEEN : KEY.matcher(call).find() ? Method.HARMLESS : Method.CHANGING;
    }
}
