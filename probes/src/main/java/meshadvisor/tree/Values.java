package meshadvisor.tree;

import meshadvisor.tree.Scalar.Kind;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Makes scalars of events. */
final class Values {

    private final Limits limits;
    private final Warnings warnings;
    private final int shortestLimit;

    Values(Limits limits, Warnings warnings) {
        this.limits = limits;
        this.warnings = warnings;
        this.shortestLimit = Math.min(limits.numberChars(), limits.scalarChars());
    }

    /** The scalar of a text whose first line has this number in the file. */
    Scalar make(ScalarEvent event, int firstLine) {
        String text = event.getValue();
        Mark mark = event.getStartMark().orElseThrow();
        int line = firstLine + mark.getLine();
        int column = mark.getColumn() + 1;
        boolean plain = event.isPlain();
        Kind kind = plain ? CoreSchema.kindOf(text) : Kind.STRING;
        if (event.getTag().isPresent()) {
            kind = Tags.kind(event.getTag().get(), new Scalar(text, kind, line, column, plain), warnings);
        } else if (plain && CoreSchema.nonFinite(text)) {
            throw Unreadable.at(new Scalar(text, kind, line, column, true), "The number " + text + " is not finite.",
                    "Write a finite number, or put the text in quotes.");
        }
        Scalar scalar = new Scalar(kind == Kind.NULL ? "" : text, kind, line, column, plain);
        if (text.length() > shortestLimit) {
            checkLength(scalar);
        }
        return scalar;
    }

    private void checkLength(Scalar scalar) {
        int length = scalar.text().length();
        boolean number = scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.FLOAT;
        int limit = number ? limits.numberChars() : limits.scalarChars();
        if (length > limit) {
            throw Unreadable.beyond(scalar.line(), scalar.column(),
                    "A " + (number ? "number" : "value") + " of " + length + " characters is longer than " + limit + ".");
        }
    }
}
