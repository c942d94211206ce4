package meshadvisor.render;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.files.SearchPath;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.Renderer;
import meshadvisor.manifest.Unrendered;

/** Reads manifests, with charts and kustomizations rendered by the tools that are installed. */
public final class Rendering implements Renderer {

    /** What one tool may take: 30 seconds, and 64 MiB of manifests. */
    static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 64 << 20);

    private final SearchPath searchPath;
    private final Limits limits;

    /**
     * What one tool may take.
     *
     * @param bytes of manifests
     */
    record Limits(Duration time, int bytes) {}

    Rendering(SearchPath searchPath, Limits limits) {
        this.searchPath = searchPath;
        this.limits = limits;
    }

    /**
     * Reads as {@link Manifests#read(Manifests.Source)} does, and renders what has to be rendered. What cannot be rendered stays a gap, which
     * says why.
     *
     * @param searchPath where tools are looked for, in the form of the environment variable PATH
     */
    public static Manifests.Collected collect(Manifests.Source source, String searchPath) {
        return Manifests.read(source, new Rendering(SearchPath.of(searchPath), LIMITS));
    }

    /** The command with which a tool renders a folder. */
    private record Command(String tool, List<String> arguments) {
        String words() {
            return tool + " " + arguments.getFirst();
        }

        List<String> of(Path program, Path folder) {
            List<String> line = new ArrayList<>(List.of(program.toString()));
            line.addAll(arguments);
            line.add(folder.toString());
            return line;
        }
    }

    private static List<Command> commands(Unrendered source) {
        return switch (source.kind()) {
            case CHART -> List.of(new Command("helm", List.of("template", source.release())));
            case KUSTOMIZATION -> List.of(new Command("kubectl", List.of("kustomize")), new Command("kustomize", List.of("build")));
        };
    }

    @Override
    public Result render(Unrendered source) {
        for (Command command : commands(source)) {
            Optional<Path> program = searchPath.find(command.tool());
            if (program.isPresent()) {
                return run(command, command.of(program.get(), source.path()), source);
            }
        }
        return new Failed(switch (source.kind()) {
            case CHART -> "helm was not found on the PATH";
            case KUSTOMIZATION -> "neither kubectl nor kustomize was found on the PATH";
        });
    }

    private Result run(Command command, List<String> line, Unrendered source) {
        Optional<String> elsewhere = source.elsewhere();
        if (elsewhere.isPresent()) {
            return new Failed(command.words() + " was not run, as it would fetch " + elsewhere.get());
        }
        try (Sandbox sandbox = Sandbox.open(searchPath)) {
            return switch (Run.of(line, sandbox, limits)) {
                case Run.Done done when done.exit() == 0 -> new Made(command.words(), done.output());
                case Run.Done done -> new Failed(command.words() + " failed: " + ErrorText.firstLine(done.errors(), source));
                case Run.TooSlow slow -> new Failed(command.words() + " was stopped after " + limits.time().toSeconds() + " seconds");
                case Run.TooMuch much -> new Failed(command.words() + " was stopped, as it wrote more than " + limits.bytes() + " bytes");
            };
        } catch (IOException e) {
            return new Failed(command.words() + " could not be started: " + ErrorText.firstLine(String.valueOf(e.getMessage()), source));
        }
    }
}
