package meshadvisor.format;

/** A format under the name that users type. */
public sealed interface Medium permits Format, ReportFormat, GateFormat {

    /** Whether what is written is a page that is then set on paper ({@link meshadvisor.format.paper.Pdf}); else it is the text itself. */
    default boolean onPaper() {
        return false;
    }
}
