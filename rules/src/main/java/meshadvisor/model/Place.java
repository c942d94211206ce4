package meshadvisor.model;

/**
 * Where something stands.
 *
 * @param file the path as the user gave it plus the rest, with {@code /} as separator; {@code -} for standard input
 * @param line 1-based line, 0 if only the file is known
 * @param column 1-based column, 0 if only the file is known
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    /** The place of something that stands in no file. */
    public static final Place NOWHERE = new Place("", 0, 0);

    /** By hand, as the hash code is, for the reason that {@link ObjectKey#equals} has. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Place place && line == place.line && column == place.column && file.equals(place.file);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + (column == 0 ? "" : ":" + column);
    }
}
