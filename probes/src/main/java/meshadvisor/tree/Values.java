package meshadvisor.tree;

import meshadvisor.tree.Scalar.Kind;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Makes scalars of events. */
final class Values {

    private final Limits limits;
    private final Warnings warnings;

    Values(Limits limits, Warnings warnings) {
        this.limits = limits;
        this.warnings = warnings;
    }

    /** The scalar of a text whose first line has this number in the file. */
    Scalar make(ScalarEvent event, int firstLine) {
        String text = event.getValue();
        Mark mark = event.getStartMark().orElseThrow();
        int line = firstLine + mark.getLine();
        int column = mark.getColumn() + 1;
        boolean plain = event.isPlain();
        if (text.length() > limits.numberChars() || plain && CoreSchema.nonFinite(text)) {
            check(new Scalar(text, plain ? CoreSchema.kindOf(text) : Kind.STRING, line, column, plain));
        }
        Kind kind = plain ? CoreSchema.kindOf(text) : Kind.STRING;
        if (event.getTag().isPresent()) {
            kind = Tags.kind(event.getTag().get(), new Scalar(text, kind, line, column, plain), warnings);
        }
        return new Scalar(kind == Kind.NULL ? "" : text, kind, line, column, plain);
    }

    private void check(Scalar scalar) {
        int length = scalar.text().length();
        if (length > limits.scalarChars()) {
            throw Unreadable.beyond(scalar.line(), scalar.column(),
                    "A value of " + length + " characters is longer than " + limits.scalarChars() + ".");
        }
        if (length > limits.numberChars() && (scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.FLOAT)) {
            throw Unreadable.beyond(scalar.line(), scalar.column(),
                    "A number of " + length + " digits is longer than " + limits.numberChars() + ".");
        }
        if (CoreSchema.nonFinite(scalar.text())) {
            throw Unreadable.at(scalar, "The number " + scalar.text() + " is not finite.",
                    "Write a finite number, or put the text in quotes.");
        }
    }
}
