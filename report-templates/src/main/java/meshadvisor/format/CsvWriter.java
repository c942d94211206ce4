package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        out.write(of(Judged.of(report)));
        out.flush();
    }

    static String of(Judged judged) {
        return Csv.line(HEAD) + Stream.concat(judged.findings().stream().map(finding -> line(finding, judged, "")),
                judged.suppressed().stream().map(each -> line(each.finding(), judged, each.reason()))).collect(Collectors.joining());
    }

    private static String line(Finding finding, Judged judged, String because) {
        Place place = finding.place();
        return Csv.line(List.of(finding.severity().id(), finding.code(), finding.rule(), judged.title(finding),
                finding.applies() == Applies.NOW ? "now" : "if-adopted", finding.object().kind(), finding.object().namespace(),
                finding.object().name(), place.file(), number(place.line()), number(place.column()), finding.message(),
                finding.confidence().id(), because));
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }
}
