package meshadvisor.format;

import java.util.List;
import meshadvisor.report.Report;

/** Where a surge of traffic is told: simulating one takes longer than all the rest of an assessment, so a page names the command. */
final class SurgePointer {

    private SurgePointer() {}

    static List<Block> of(Report report) {
        String mesh = report.advice().verdict().mesh();
        if (mesh.isEmpty()) {
            return List.of();
        }
        return Sections.section("What a surge of traffic would do", "surge", List.of(
                Block.item(1,
                        "It is not simulated here, because that takes longer than the whole assessment. This tells when nodes would run"
                                + " out of memory, what would come of it, and what each remedy is worth:"),
                new Block.Verbatim("meshadvisor simulate surge " + Commands.system(report) + " --mesh " + mesh + " -o json=surge.json\n"
                        + "meshadvisor report --from report.json --from surge.json -o html=review.html"),
                Block.item(1, "The second command joins both into one text; report.json is what assess -o json=report.json wrote.")));
    }
}
