package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import meshadvisor.format.html.Templates;
import meshadvisor.report.Report;

/** The page of {@link HtmlWriter} as it is set on paper. */
final class PaperWriter implements ReportWriter {

    @Override
    public void write(Report report, Writer out) throws IOException {
        Templates.paper(HtmlWriter.page(report), report.scope().asOf(), out);
    }
}
