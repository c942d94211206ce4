package meshadvisor.files;

/**
 * A file that was read.
 *
 * @param shown the path as the user gave it plus the rest, with {@code /} as separator; {@code -} for standard input
 */
@SuppressWarnings("ArrayRecordComponent") // a copy for safety would cost as much as the reading
public record SourceFile(String shown, byte[] content) {

    /** How standard input is written on the command line and in places. */
    public static final String STANDARD_INPUT = "-";
}
