package meshadvisor.format;

import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.gate.GateReport;
import meshadvisor.report.Report;

/** The kinds of results that can be saved, in the order in which a text that joins them tells them. */
public enum ResultKind {
    /** What is advised. */
    ASSESSMENT(Report.SCHEMA, "Assessment", "assess"),
    /** How to go there. */
    PLAN(PlanDocument.SCHEMA, "Plan", "plan"),
    /** What it would add and cost. */
    ESTIMATE(EstimateDocument.SCHEMA, "Estimate", "estimate"),
    /** What was measured. */
    BENCHMARK(BenchFields.SCHEMA, "Benchmark", "bench report"),
    /** What was measured twice. */
    BENCHMARKS(ComparisonFields.SCHEMA, "Two benchmarks", "bench compare"),
    /** What a surge of traffic would do. */
    SURGE(SurgeFields.SCHEMA, "Surge", "simulate surge"),
    /** Whether budgets hold. */
    GATE(GateReport.SCHEMA, "Gate", "gate"),
    /** What changed since an earlier assessment. */
    CHANGES(ChangesFields.SCHEMA, "What changed", "report --compare");

    private final String schema;
    private final String title;
    private final String command;

    ResultKind(String schema, String title, String command) {
        this.schema = schema;
        this.title = title;
        this.command = command;
    }

    /** By the name of the format of its file. */
    public static Optional<ResultKind> of(String schema) {
        return Stream.of(values()).filter(kind -> kind.schema.equals(schema)).findFirst();
    }

    /** As a heading. */
    public String title() {
        return title;
    }

    /** What writes it, without the name of the program. */
    public String command() {
        return command;
    }
}
