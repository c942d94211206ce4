package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.format.html.ArcDiagram;
import meshadvisor.format.html.ArcDiagram.Call;
import meshadvisor.format.html.Part;
import meshadvisor.report.Report;

/** Who calls whom, as far as it was seen. */
final class CallSections {

    private CallSections() {}

    static List<Block> of(Report report) {
        List<Call> all = report.seen().calls().stream().map(call -> new Call(call.from(), call.to())).distinct().toList();
        List<Block> blocks = new ArrayList<>();
        if (!all.isEmpty()) {
            List<Call> shown = ArcDiagram.most(all);
            String left = shown.size() < all.size() ? " Drawn are the " + shown.size() + " between the " + ArcDiagram.MOST
                    + " services with the most calls; -o json has all." : "";
            blocks.add(Block.item(1, Words.count(all.size(), "call", "calls") + " of services, which is the least that there are: only"
                    + " what manifests, code or traffic show is counted." + left));
            if (!shown.isEmpty()) {
                List<List<String>> rows = report.seen().calls().stream()
                        .filter(call -> shown.contains(new Call(call.from(), call.to())))
                        .map(call -> List.of(call.from(), call.to(), call.evidence().toString())).toList();
                blocks.add(new Block.Picture(ArcDiagram.of("Who calls whom",
                        "Callers stand above those whom they call. An arc with an arrow is"
                                + " a call; one of dashes goes back up, so that the calls form a circle.",
                        shown,
                        new Part.Grid("Calls", List.of("Caller", "Called", "Seen"), rows))));
            }
        }
        return Sections.section("Call graph", "calls", blocks);
    }
}
