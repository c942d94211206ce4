package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import meshadvisor.model.Place;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule.Applies;

/** The findings as a table for spreadsheets, one line each, the suppressed ones last. */
final class CsvWriter implements ReportWriter {

    private static final List<String> HEAD =
            List.of("severity", "code", "rule", "title", "applies", "kind", "namespace", "name", "file", "line",
                    "column", "message", "confidence", "suppressed because");

    @Override
    public void write(Report report, Writer out) throws IOException {
        Words words = new Words(report);
        out.write(Csv.line(HEAD));
        for (Finding finding : report.findings()) {
            out.write(line(finding, words, ""));
        }
        for (Report.Suppressed suppressed : report.suppressed()) {
            out.write(line(suppressed.finding(), words, suppressed.reason()));
        }
        out.flush();
    }

    private static String line(Finding finding, Words words, String because) {
        Place place = finding.place();
        return Csv.line(List.of(finding.severity().id(), finding.code(), finding.rule(), words.rule(finding.code(), finding.rule()),
                finding.applies() == Applies.NOW ? "now" : "if-adopted", finding.object().kind(), finding.object().namespace(),
                finding.object().name(), place.file(), number(place.line()), number(place.column()), finding.message(),
                finding.confidence().id(), because));
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }
}
