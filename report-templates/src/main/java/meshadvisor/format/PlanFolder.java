package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.gate.Budgets;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.PlanFile;
import meshadvisor.plan.Stage;

/** A plan as files: one folder for each stage, with what people read, what is applied, and what the gate is given. */
public final class PlanFolder {

    private PlanFolder() {}

    /** Texts by their path. */
    public static SortedMap<String, String> files(AdoptionPlan plan) {
        SortedMap<String, String> files = new TreeMap<>();
        List<Block> readme = new ArrayList<>(PlanSections.overview(plan));
        readme.addAll(PlanSections.stages(plan.stages()));
        for (Leg leg : plan.legs()) {
            readme.addAll(PlanSections.leftOut(leg));
            readme.addAll(PlanSections.order(leg));
            readme.addAll(PlanSections.charter(leg.charter()));
            readme.addAll(PlanSections.conversions(leg));
            String name = leg.path().of().toLowerCase(Locale.ROOT).replace('_', '-');
            if (!leg.runbook().steps().isEmpty()) {
                files.put("break-glass-" + name + ".md", BlockMarkdown.of(PlanSections.runbook(leg)));
            }
            budgets(leg.charter().folder() + "/success.yaml", leg.charter().success(), files);
            budgets(leg.charter().folder() + "/kill.yaml", leg.charter().kill(), files);
        }
        if (!plan.converted().isEmpty()) {
            files.put("converted.yaml", TreeYaml.text(plan.converted()));
        }
        files.put("README.md", BlockMarkdown.of(readme));
        plan.stages().forEach(stage -> stage(stage, files));
        return files;
    }

    private static void stage(Stage stage, Map<String, String> files) {
        files.put(stage.folder() + "/README.md", BlockMarkdown.of(StageSections.of(stage)));
        for (PlanFile file : stage.files()) {
            files.put(stage.folder() + "/" + file.name(), TreeYaml.text(file.documents()));
        }
    }

    private static void budgets(String name, List<Object> budgets, Map<String, String> files) {
        if (!budgets.isEmpty()) {
            Map<String, Object> file = new TreeMap<>(Map.of("schema", Budgets.SCHEMA, "budgets", budgets));
            files.put(name, TreeYaml.text(List.of(file)));
        }
    }
}
