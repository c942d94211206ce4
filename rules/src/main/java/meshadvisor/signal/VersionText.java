package meshadvisor.signal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as {@code major.minor}, read out of tags such as {@code 1.18.5}, {@code stable-2.8.1}, {@code v1.20.0-distroless},
 * {@code enterprise-2.17.0}.
 */
record VersionText(int major, int minor) {

    private static final Pattern NUMBERS = Pattern.compile("^(?:v|stable-|release-|enterprise-)?(\\d{1,4})\\.(\\d{1,4})(?:[.+-].*)?$");

    /** The version, empty where the tag is none, such as {@code latest} or {@code edge-24.2.4} (edges are not semantically versioned). */
    static Optional<VersionText> of(String tag) {
        Matcher numbers = NUMBERS.matcher(tag);
        return numbers.matches() ? Optional.of(new VersionText(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
                : Optional.empty();
    }

    /** Whether this version came before the other. */
    boolean olderThan(VersionText other) {
        return major < other.major || major == other.major && minor < other.minor;
    }

    /** {@code major.minor}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
