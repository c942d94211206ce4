package meshadvisor.cli;

import java.util.List;

/** What the program says with its exit code. It never depends on the output format. */
public enum ExitCode {
    OK(0, "assessed; no gate was asked for, or it passed"),
    BUG(1, "internal error: a bug, with how to report it"),
    USAGE(2, "the command line, a configuration or a rule file is wrong"),
    FINDINGS(3, "findings at or above --fail-on"),
    BUDGET(4, "a budget is exceeded"),
    INPUT(5, "input unreadable or incomplete, or a strict gate does not know"),
    CLUSTER(6, "cluster unreachable or forbidden: nothing could be assessed"),
    INTERRUPTED(130, "interrupted");

    /** Which code speaks when several apply: the first of these. An interruption ends the program by itself. */
    private static final List<ExitCode> PRECEDENCE = List.of(INTERRUPTED, BUG, USAGE, CLUSTER, INPUT, BUDGET, FINDINGS, OK);

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number that the operating system gets. */
    public int code() {
        return code;
    }

    /** One line for help and explanations. */
    public String meaning() {
        return meaning;
    }

    /** The one of both that is said when both apply. */
    public ExitCode or(ExitCode other) {
        return PRECEDENCE.indexOf(this) <= PRECEDENCE.indexOf(other) ? this : other;
    }
}
