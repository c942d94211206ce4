package meshadvisor.rule;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Know it. */
    INFO,
    /** It will hurt. */
    WARNING,
    /** It will break or open a hole. */
    ERROR;

    /** As reports spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
