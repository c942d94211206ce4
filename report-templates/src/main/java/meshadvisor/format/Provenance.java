package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.report.Report;

/** Where all of it comes from. */
final class Provenance {

    /** Files in the table; JSON has all. */
    private static final int MOST = 500;

    private Provenance() {}

    static List<Block> of(Report report) {
        Report.Scope scope = report.scope();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, "Read: " + (scope.paths().isEmpty() ? "nothing but the cluster" : String.join(", ", scope.paths()))));
        blocks.add(Block.item(1,
                Words.count(scope.files(), "file", "files") + ", " + Words.count(scope.documents(), "document", "documents")
                        + ", of which " + scope.understood() + " were understood, " + scope.unreadable() + " could not be read and "
                        + scope.unrendered() + " would have to be rendered first"));
        blocks.addAll(inputs(scope));
        blocks.add(Block.item(1, "Age and expiry are judged as of " + scope.asOf()));
        if (!report.made().version().isEmpty()) {
            blocks.add(Block.item(1, "Version of meshadvisor, and so of its catalogue: " + report.made().version()));
        }
        blocks.add(Block.item(1, "Format of the same as JSON: " + Report.SCHEMA + " " + Report.SCHEMA_VERSION));
        blocks.add(Block.item(1, "Every figure above carries its basis: measured here, predicted from figures, published by others, or"
                + " assumed; where it comes from stands beside it or in the table behind its picture."));
        blocks.add(Block.item(1, "With a benchmark, a surge and a gate as one text for a review, each saved with -o json:"));
        blocks.add(new Block.Verbatim(
                "meshadvisor report --from report.json --from bench.json --from surge.json --from gate.json -o pdf=review.pdf"));
        return Sections.section("Where this comes from", "provenance", blocks);
    }

    /** What was read, so exactly that anybody can tell whether it is what he has. */
    private static List<Block> inputs(Report.Scope scope) {
        if (scope.inputs().isEmpty()) {
            return List.of(Block.item(1, "No file was read, so there is no digest: a cluster has none."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Rows(List.of("File", "SHA-256"),
                scope.inputs().stream().limit(MOST).map(input -> List.of(input.file(), input.sha256())).toList()));
        if (scope.inputs().size() > MOST) {
            blocks.add(Block.item(1, "and " + (scope.inputs().size() - MOST) + " more, see -o json"));
        }
        blocks.add(Block.item(1, "What was asked of a cluster, of Prometheus or of a code repository has no digest; a snapshot (meshadvisor"
                + " snapshot) and a file of traces have."));
        return blocks;
    }
}
