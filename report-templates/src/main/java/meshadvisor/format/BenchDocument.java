package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchRun;

/** A benchmark for people and programs. */
public final class BenchDocument {

    private BenchDocument() {}

    /** Of a run and what it says. */
    public static Document of(BenchRun run, BenchReport report) {
        BenchWords words = new BenchWords(run);
        BillSections bills = new BillSections(report, words);
        BenchSections rest = new BenchSections(run, report, words);
        List<Block> blocks = new ArrayList<>(new BenchFirst(run, report, words).blocks());
        blocks.addAll(rest.warnings());
        for (int i = 0; i < report.situations().size(); i++) {
            blocks.addAll(new AftermathSections(i + 1, report.situations().get(i), words).blocks());
            blocks.addAll(new LatencySections(i + 1, report.situations().get(i), words).blocks());
        }
        blocks.addAll(bills.costs());
        blocks.addAll(bills.idleTax());
        blocks.addAll(rest.invalid());
        blocks.addAll(rest.variants());
        blocks.addAll(rest.looks());
        blocks.addAll(rest.next());
        blocks.addAll(rest.gaps());
        blocks.addAll(rest.environment());
        blocks.addAll(rest.reading());
        return new Document(blocks, fields -> BenchFields.write(fields, run, report));
    }
}
