package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.advice.Verdict;
import meshadvisor.format.Summary.Entry;
import meshadvisor.format.html.Page;
import meshadvisor.format.html.Page.Fact;
import meshadvisor.format.html.Page.Line;
import meshadvisor.format.html.Templates;
import meshadvisor.report.Report;

/** For a review: the verdict on the first screen, then all that it stands on, with pictures, and the decision as a record. */
final class HtmlWriter implements ReportWriter {

    @Override
    public void write(Report report, Writer out) throws IOException {
        Templates.write(page(report), out);
    }

    /** All that stands on it. */
    static Page page(Report report) {
        return page(new AdviceText(Summary.of(report), marks(report), List.of(), blocks(report), report.scope().asOf()), Language.ENGLISH);
    }

    /** All that stands on the page of a report that may have been saved. */
    static Page page(AdviceText shown, Language language) {
        Summary summary = shown.summary();
        List<Fact> facts = Stream.concat(summary.facts().stream(), Stream.of(summary.findings(), summary.adopted(), summary.next()))
                .filter(entry -> !entry.lines().isEmpty()).map(HtmlWriter::fact).toList();
        return new Page(language.say("Service mesh advice"), shown.marks(), summary.sentence(), facts,
                BlockPage.sections(shown.page(), language), language);
    }

    static List<String> marks(Report report) {
        Verdict verdict = report.advice().verdict();
        return List.of(Words.capital(new Words(report).outcome(verdict.outcome(), verdict.mesh())),
                "confidence " + verdict.confidence().id(), "as of " + report.scope().asOf());
    }

    private static Fact fact(Entry entry) {
        return new Fact(entry.label(), entry.lines().stream().map(line -> new Line(line.text(), line.detail(), line.code())).toList());
    }

    /** In the order in which a reader asks. */
    static List<Block> blocks(Report report) {
        Words words = new Words(report);
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(AdviceSections.why(report));
        blocks.addAll(new PathSections(report, words).walked());
        blocks.addAll(NeedSections.cheapestFirst(report, words));
        blocks.addAll(AdviceSections.flips(report, words));
        blocks.addAll(new OptionSections(report, words).options());
        blocks.addAll(new ArchitectureSections(report, words).blocks());
        blocks.addAll(AddedCharts.of(report));
        blocks.addAll(CostCharts.of(report));
        blocks.addAll(SurgePointer.of(report));
        blocks.addAll(MeasuredCharts.of(report));
        blocks.addAll(new FindingTables(report, words).all());
        blocks.addAll(FindingSections.suppressed(report, words));
        blocks.addAll(AdviceSections.questions(report, words));
        blocks.addAll(FindingSections.gaps(report));
        blocks.addAll(FindingSections.notAssessed(report, words));
        blocks.addAll(AdviceSections.considered(report, words));
        blocks.addAll(RunningSection.of(report));
        blocks.addAll(SystemSections.meshes(report, words));
        blocks.addAll(TrafficSections.traffic(report));
        blocks.addAll(CallSections.of(report));
        blocks.addAll(CodeSections.of(report));
        blocks.addAll(SystemSections.services(report));
        blocks.addAll(SystemSections.seen(report));
        blocks.addAll(AdvisedPlan.of(report));
        blocks.addAll(new DecisionRecord(report, words).blocks());
        blocks.addAll(SystemSections.thresholds(report));
        blocks.addAll(Provenance.of(report));
        return blocks;
    }
}
