package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.cost.overhead.Check;
import meshadvisor.cost.overhead.Estimate;

/** What every way through a mesh would add, for people and programs. */
public final class EstimateDocument {

    /** Name of the file format, without its version. */
    public static final String SCHEMA = "meshadvisor/estimate";

    /** Version of the file format: the first number changes when a reader must change. */
    public static final String SCHEMA_VERSION = "1.2";

    private EstimateDocument() {}

    /**
     * Of an estimate.
     *
     * @param paths that were read, as the user gave them
     * @param transfers how far published figures carry
     * @param costing what each answer costs
     */
    public static Document of(Estimate estimate, List<String> paths, List<Check> transfers, Costing costing) {
        List<Block> blocks = new ArrayList<>();
        EstimateSections sections = new EstimateSections(estimate);
        blocks.add(new Block.Title("Estimate", sections.sentence()));
        blocks.addAll(sections.table());
        CostSections costs = new CostSections(costing);
        blocks.addAll(costs.overview());
        blocks.addAll(BudgetSections.blocks(costing.bill()));
        blocks.addAll(sections.doubts());
        blocks.addAll(sections.ways());
        blocks.addAll(sections.scale());
        blocks.addAll(costs.details());
        blocks.addAll(CheckSections.of("What was predicted, and what the profile measured", "checks", estimate.checks()));
        blocks.addAll(CheckSections.of("How far published figures carry", "transfers", transfers));
        blocks.addAll(sections.reading());
        return new Document(blocks, fields -> {
            fields.schema(SCHEMA, SCHEMA_VERSION);
            fields.texts("paths", paths);
            EstimateFields.write(fields, estimate);
            fields.object("cost", f -> CostFields.write(f, costing.bill()));
            CheckSections.write(fields, "transfers", transfers);
        });
    }
}
