package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.simulate.input.Scenario;
import meshadvisor.simulate.input.SurgeModel;
import meshadvisor.simulate.input.Surges;

/** Scenarios of the catalogue and of files. */
final class SurgeScenarios {

    private static final String DOCUMENT = "scenario.yaml";

    private SurgeScenarios() {}

    /** The variants that can be simulated. */
    static List<String> variants(Surges surges) {
        return surges.models().stream().map(SurgeModel::variant).sorted().toList();
    }

    /** What is wrong with a scenario is added to the mistakes. */
    static void check(String named, Surges surges, List<Mistake> mistakes) {
        try {
            read(named, surges);
        } catch (MistakesFound e) {
            mistakes.addAll(e.mistakes());
        }
    }

    /** The scenario of that name, else of that file. */
    static Scenario read(String named, Surges surges) {
        return surges.scenario(named).orElseGet(() -> file(named, surges));
    }

    private static Scenario file(String named, Surges surges) {
        Path file = Path.of(named);
        try {
            if (!Files.isRegularFile(file)) {
                throw new MistakesFound(new UsageMistake("--scenario " + named + ": there is no such file, and no scenario is called so; "
                        + Known.hint(named, surges.scenarios().stream().map(Scenario::id).toList())));
            }
            Scenario read = Library.ofYaml(Map.of(DOCUMENT, UserFile.text(file))).read(DOCUMENT, Scenario.class);
            if (surges.model(read.variant()).isEmpty()) {
                throw new MistakesFound(new UsageMistake(named + ": no model of the variant " + read.variant() + "; "
                        + Known.hint(read.variant(), variants(surges))));
            }
            return read;
        } catch (IOException e) {
            throw new MistakesFound(UserFile.mistake(file, e, "give a scenario in UTF-8 (docs/simulate.md)"));
        } catch (CatalogueMistake e) {
            throw new MistakesFound(new UsageMistake(named + ": " + e.what() + "; docs/simulate.md has the form of a scenario"));
        }
    }
}
