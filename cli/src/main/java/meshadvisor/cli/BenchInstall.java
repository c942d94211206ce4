package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variants;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.format.Visible;

/**
 * Installs what a benchmark lacks with the user's own tools and the commands of the catalogue, on a cluster that looks throw-away only.
 *
 * @param kubeconfig the tools are told of it
 */
record BenchInstall(Outside outside, Optional<Path> kubeconfig) {

    /**
     * Runs the commands of the wanted variants that are not there, after having printed them.
     *
     * @return whether anything was run
     * @throws MistakesFound if the cluster looks like one that people depend on, or a command fails
     */
    boolean of(Scene scene, Catalogue catalogue, Set<String> wanted) {
        List<Variant> missing = Variants.of(catalogue.library()).stream().filter(variant -> wanted.contains(variant.id()))
                .filter(variant -> scene.presence(variant.id()).filter(Presence.NotThere.class::isInstance).isPresent()).toList();
        if (missing.isEmpty()) {
            return false;
        }
        if (!scene.signsOfProduction().isEmpty()) {
            throw new MistakesFound(new UsageMistake("--install is for clusters that can be thrown away, and this one does not look so: "
                    + String.join(" ", scene.signsOfProduction())));
        }
        Set<List<String>> commands = new LinkedHashSet<>(); // two variants of a mesh may share them
        missing.forEach(variant -> commands.addAll(variant.install().commands()));
        missing.forEach(variant -> outside.err().println(Visible.of("To undo the installation for " + variant.id() + ": "
                + String.join(" && ", variant.install().uninstall().stream().map(argv -> String.join(" ", argv)).toList()))));
        commands.forEach(this::run);
        return true;
    }

    private void run(List<String> command) {
        outside.err().println(Visible.of("$ " + String.join(" ", command)));
        outside.err().flush();
        try {
            ProcessBuilder tool = new ProcessBuilder(new ArrayList<>(command)).inheritIO();
            kubeconfig.ifPresent(file -> tool.environment().put("KUBECONFIG", file.toAbsolutePath().toString()));
            int code = tool.start().waitFor();
            if (code != 0) {
                throw new MistakesFound(new UsageMistake(String.join(" ", command) + " failed with exit code " + code
                        + "; what was installed until then stays"));
            }
        } catch (IOException e) {
            throw new MistakesFound(new UsageMistake(command.getFirst() + " cannot be run: " + e.getMessage() + "; install it, or install "
                    + "the mesh yourself and leave out --install"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MistakesFound(new UsageMistake(String.join(" ", command) + " was interrupted"));
        }
    }
}
