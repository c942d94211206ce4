package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.report.Report;

/** Where all of it comes from. */
final class Provenance {

    private Provenance() {}

    static List<Block> of(Report report) {
        Report.Scope scope = report.scope();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, "Read: " + (scope.paths().isEmpty() ? "nothing but the cluster" : String.join(", ", scope.paths()))));
        blocks.add(Block.item(1,
                Words.count(scope.files(), "file", "files") + ", " + Words.count(scope.documents(), "document", "documents")
                        + ", of which " + scope.understood() + " were understood, " + scope.unreadable() + " could not be read and "
                        + scope.unrendered() + " would have to be rendered first"));
        blocks.add(Block.item(1, "Age and expiry are judged as of " + scope.asOf()));
        blocks.add(Block.item(1, "Format of the same as JSON: " + Report.SCHEMA + " " + Report.SCHEMA_VERSION));
        blocks.add(Block.item(1, "Every figure above carries its basis: measured here, predicted from figures, published by others, or"
                + " assumed; where it comes from stands beside it or in the table behind its picture."));
        return Sections.section("Where this comes from", "provenance", blocks);
    }
}
