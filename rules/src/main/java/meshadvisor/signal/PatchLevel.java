package meshadvisor.signal;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version with its patch level, which is 0 where none is written. What comes before a release counts as that release. */
record PatchLevel(int major, int minor, int patch) implements Comparable<PatchLevel> {

    private static final Pattern NUMBERS =
            Pattern.compile("^(?:v|stable-|release-|enterprise-)?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:[.+-].*)?$");
    private static final Comparator<PatchLevel> ORDER =
            Comparator.comparingInt(PatchLevel::major).thenComparingInt(PatchLevel::minor).thenComparingInt(PatchLevel::patch);

    static Optional<PatchLevel> of(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        String patch = numbers.group(3);
        return Optional.of(new PatchLevel(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)),
                patch == null ? 0 : Integer.parseInt(patch)));
    }

    /** Whether it is at least the one and before the other; an empty text is no bound. */
    boolean within(String from, String before) {
        return of(from).map(f -> compareTo(f) >= 0).orElse(true) && of(before).map(b -> compareTo(b) < 0).orElse(true);
    }

    @Override
    public int compareTo(PatchLevel other) {
        return ORDER.compare(this, other);
    }
}
