package meshadvisor.rule;

import java.util.Locale;

/** How sure something is. */
public enum Confidence {
    LOW, MEDIUM, HIGH, VERY_HIGH;

    /** As reports spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
