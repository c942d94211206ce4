package meshadvisor.model;

/** A name without what spellings differ by. */
public final class PlainName {

    private PlainName() {}

    /** Its ASCII letters, small, and digits alone: {@code ComposePostService} and {@code compose-post-service} are the same. */
    public static String of(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.chars().filter(c -> c < 128 && Character.isLetterOrDigit(c)).forEach(c -> plain.append((char) Character.toLowerCase(c)));
        return plain.toString();
    }
}
