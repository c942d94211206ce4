package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.report.Report;

/** All of a report for people, below the summary. Sections without content are left out. */
final class Sections {

    private Sections() {}

    static List<Block> of(Report report) {
        return all(report, AdvisedPlan.whole(report));
    }

    /** All of it that a terminal shows. */
    static List<Block> open(Report report) {
        return all(report, AdvisedPlan.brief(report));
    }

    private static List<Block> all(Report report, List<Block> plan) {
        Words words = new Words(report);
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(AdviceSections.why(report));
        blocks.addAll(NeedSections.needs(report, words));
        blocks.addAll(AdviceSections.flips(report, words));
        blocks.addAll(SystemSections.services(report));
        blocks.addAll(RunningSection.of(report));
        blocks.addAll(SystemSections.meshes(report, words));
        blocks.addAll(TrafficSections.traffic(report));
        blocks.addAll(CodeSections.of(report));
        blocks.addAll(MeasuredSection.of(report));
        blocks.addAll(AddedSection.of(report));
        blocks.addAll(CostSection.of(report));
        blocks.addAll(plan);
        blocks.addAll(FindingSections.findings(report, words));
        blocks.addAll(FindingSections.suppressed(report, words));
        blocks.addAll(FindingSections.notAssessed(report, words));
        blocks.addAll(FindingSections.gaps(report));
        blocks.addAll(AdviceSections.ranking(report));
        blocks.addAll(AdviceSections.considered(report, words));
        blocks.addAll(AdviceSections.questions(report, words));
        blocks.addAll(SystemSections.seen(report));
        blocks.addAll(SystemSections.thresholds(report));
        return blocks;
    }

    /** The content under its heading; nothing where there is no content. */
    static List<Block> section(String heading, String anchor, List<Block> content) {
        if (content.isEmpty()) {
            return List.of();
        }
        List<Block> all = new ArrayList<>();
        all.add(new Block.Heading(heading, anchor));
        all.addAll(content);
        return all;
    }
}
