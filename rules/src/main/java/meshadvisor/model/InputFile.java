package meshadvisor.model;

/**
 * A file that was read.
 *
 * @param file the path as the user gave it plus the rest; {@code -} for standard input
 * @param sha256 of its bytes, in 64 hexadecimal digits
 */
public record InputFile(String file, String sha256) implements Comparable<InputFile> {

    @Override
    public int compareTo(InputFile other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : sha256.compareTo(other.sha256);
    }
}
