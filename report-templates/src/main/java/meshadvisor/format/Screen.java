package meshadvisor.format;

/**
 * What the table is shown on.
 *
 * @param columns of a line, at least 40
 */
public record Screen(int columns, Paint paint) {

    /** A screen without colour and of the usual width. */
    public static final Screen PLAIN = new Screen(80, Paint.PLAIN);

    /** Whether there is colour. Meaning never depends on it. */
    public enum Paint {
        PLAIN, COLOUR
    }

    public Screen {
        columns = Math.max(40, columns);
    }
}
