package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.advice.Tree;
import meshadvisor.advice.Variant;
import meshadvisor.bench.Caution;
import meshadvisor.bench.Variants;
import meshadvisor.catalog.AnswerText;
import meshadvisor.catalog.BreakGlass;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Claim;
import meshadvisor.catalog.Concept;
import meshadvisor.catalog.Fact;
import meshadvisor.catalog.Figure;
import meshadvisor.catalog.Hazard;
import meshadvisor.catalog.Kubernetes;
import meshadvisor.catalog.Language;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Makeup;
import meshadvisor.catalog.MetricSource;
import meshadvisor.catalog.Network;
import meshadvisor.catalog.ProxyRequests;
import meshadvisor.catalog.Reads;
import meshadvisor.catalog.Redacting;
import meshadvisor.catalog.UpgradeRule;
import meshadvisor.cost.money.Costs;
import meshadvisor.cost.money.Prices;
import meshadvisor.gate.Metrics;
import meshadvisor.plan.book.Playbook;
import meshadvisor.rule.InputRule;
import meshadvisor.rule.Rules;
import meshadvisor.simulate.input.Surges;

/** Checks the YAML files of the knowledge while the program is built and makes one resource of them. */
final class CatalogueCompiler {

    private CatalogueCompiler() {}

    /** Where the languages lie among the documents. */
    private static final String LANGUAGES = "languages/";

    /**
     * Everything below the folders as {@link Library#ofCompiled} reads it.
     *
     * @throws MistakesFound with every file that is no YAML, or else with the first of each kind that is no knowledge
     */
    static byte[] compile(Path folder, Path languages) throws IOException {
        Map<String, String> texts = texts(folder);
        texts(languages).forEach((path, text) -> texts.put(LANGUAGES + path, text));
        List<Mistake> mistakes = new ArrayList<>();
        texts.forEach((path, text) -> check(mistakes, () -> Library.ofYaml(Map.of(path, text))));
        MistakesFound.stopAt(mistakes);
        Library library = Library.ofYaml(texts);
        bindings(library).forEach(binding -> check(mistakes, binding));
        MistakesFound.stopAt(mistakes);
        Explain.pages(Catalogue.of(library)).mistakes().forEach(m -> mistakes.add(new Mistake.UsageMistake("rules/catalog: " + m)));
        MistakesFound.stopAt(mistakes);
        return library.compiled();
    }

    /** Documents are bound to records when they are asked for; so that a mistake in one breaks the build, ask for all. */
    private static List<Runnable> bindings(Library library) {
        return List.of(() -> Catalogue.of(library), () -> Rules.of(library), () -> Tree.read(library), () -> InputRule.of(library),
                () -> Metrics.of(library), () -> Reads.of(library), () -> Reads.withoutNamespace(library),
                () -> library.paths("redaction", ".yaml").forEach(path -> library.read(path, Redacting.class)),
                () -> library.paths("meshes/", "/variants.yaml").forEach(path -> library.readList(path, "variants", Variant.class)),
                () -> library.paths("meshes/", "/upgrade.yaml").forEach(path -> library.readList(path, "rules", UpgradeRule.class)),
                () -> library.readAll("concepts/", ".yaml", Concept.class),
                () -> Catalogue.platforms(library), () -> library.readAll("kubernetes", ".yaml", Kubernetes.class),
                () -> library.readList("networks.yaml", "networks", Network.class),
                () -> library.paths("meshes/", "/requests.yaml").forEach(path -> library.readList(path, "requests", ProxyRequests.class)),
                () -> library.paths("meshes/", "/hazards.yaml").forEach(path -> library.readList(path, "hazards", Hazard.class)),
                () -> library.paths("meshes/", "/figures.yaml").forEach(path -> library.readList(path, "figures", Figure.class)),
                () -> library.paths("meshes/", "/parts.yaml").forEach(path -> library.readList(path, "ways", Makeup.class)),
                () -> library.readList("course.yaml", "claims", Claim.class),
                () -> library.paths("meshes/", "/break-glass.yaml").forEach(path -> library.readList(path, "procedures", BreakGlass.class)),
                () -> library.paths("meshes/", "/facts.yaml").forEach(path -> library.readList(path, "facts", Fact.class)),
                () -> library.paths("meshes/", "/capabilities.yaml")
                        .forEach(path -> library.readList(path, "capabilities", Capability.class)),
                () -> Variants.of(library), () -> library.readAll("bench/production", ".yaml", Caution.class),
                () -> Language.all(library), () -> MetricSource.all(library), () -> Costs.of(library), () -> Prices.shipped(library),
                () -> library.paths("surge/priors", ".yaml").forEach(path -> Surges.of(library)),
                () -> library.paths("plans/suppositions", ".yaml").forEach(path -> Playbook.of(library)),
                () -> library.readList("answers.yaml", "answers", AnswerText.class));
    }

    private static void check(List<Mistake> mistakes, Runnable reading) {
        try {
            reading.run();
        } catch (CatalogueMistake e) {
            mistakes.add(new Mistake.UsageMistake(shown(String.valueOf(e.getMessage()))));
        }
    }

    /** A message with the folder in which its document stands. */
    private static String shown(String message) {
        return (message.startsWith(LANGUAGES) ? "probes/" : "rules/catalog/") + message;
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.map(folder::relativize).filter(CatalogueCompiler::isKnowledge).toList()) {
                texts.put(file.toString().replace('\\', '/'), Files.readString(folder.resolve(file)));
            }
        }
        return texts;
    }

    /** The examples beside a rule prove it and are not part of what is known: manifests, and folders with code for them. */
    private static boolean isKnowledge(Path file) {
        boolean example = false;
        for (Path part : file) {
            String name = part.toString();
            example |= name.startsWith("fires.") || name.startsWith("silent.") || name.startsWith("unknown.");
        }
        return !example && file.toString().endsWith(".yaml");
    }
}
