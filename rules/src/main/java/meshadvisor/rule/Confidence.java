package meshadvisor.rule;

import meshadvisor.catalog.Kebab;

/** How sure something is. */
public enum Confidence {
    LOW, MEDIUM, HIGH, VERY_HIGH;

    /** As reports spell it. */
    public String id() {
        return Kebab.of(this);
    }
}
