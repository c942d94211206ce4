package meshadvisor.simulate.input;

import meshadvisor.catalog.Given;

/** What a remedy does to one input. */
public record Change(Input input, Kind kind, double value) {

    /** How the value is meant. */
    public enum Kind {
        /** As it is, in the input's unit. */
        SET,
        /** Times what the input is. */
        TIMES,
        /** Times what a proxy of the usual size uses at the full surge. */
        OF_TYPICAL_PEAK,
        /** Times the most that any proxy used in the same run without the remedy. */
        OF_HIGHEST_PEAK
    }

    public Change {
        Given.needed(input, "input");
        Given.needed(kind, "kind");
    }

    /** The input's new value. */
    double applied(Draw draw, Peaks peaks) {
        return switch (kind) {
            case SET -> value;
            case TIMES -> value * draw.get(input);
            case OF_TYPICAL_PEAK -> value * peaks.typical();
            case OF_HIGHEST_PEAK -> value * peaks.highest();
        };
    }
}
