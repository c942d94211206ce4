package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import meshadvisor.report.Report;

/** Writes a report. Pure in the report: the same report gives the same characters in every locale and zone. */
public interface ReportWriter {

    /** Writes all of it and flushes; closing is the caller's. */
    void write(Report report, Writer out) throws IOException;
}
