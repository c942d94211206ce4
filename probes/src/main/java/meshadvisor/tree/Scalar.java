package meshadvisor.tree;

/**
 * A single value.
 *
 * @param text what was written, without quotes and with escapes resolved; empty for null
 * @param kind what it means by the core schema of YAML 1.2; everything quoted is a string
 * @param plain whether it was written without quotes and not as a block, so that its meaning hangs on its spelling
 */
public record Scalar(String text, Kind kind, int line, int column, boolean plain) implements Node {

    /** What a scalar is. */
    public enum Kind {
        /** Text. */
        STRING,
        /** A whole number, decimal, {@code 0o} octal or {@code 0x} hexadecimal. */
        INTEGER,
        /** A finite number with a fraction or an exponent. */
        FLOAT,
        /** True or false. */
        BOOLEAN,
        /** Nothing, {@code ~} or {@code null}. */
        NULL
    }

    @Override
    public boolean present() {
        return kind != Kind.NULL;
    }
}
