package meshadvisor.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder from which a tool has to make manifests before they can be read.
 *
 * @param folder as it is shown, empty for the working directory
 * @param path the same folder, without {@code ..} and from the root on
 */
public record Unrendered(Kind kind, String folder, Path path) {

    /** What lies in the folder. */
    public enum Kind {
        /** A Helm chart. */
        CHART("Helm chart"),
        /** A kustomization that no other one takes in. */
        KUSTOMIZATION("kustomization");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final Pattern RELEASE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?");

    /** How it is shown. */
    public String shown() {
        return folder.isEmpty() ? "." : folder;
    }

    /** The name under which a chart would be installed, made from its folder. */
    public String release() {
        String name = String.valueOf(path.getFileName());
        return RELEASE.matcher(name).matches() ? name : "release";
    }

    /** The first thing that rendering would fetch from another machine, read from the files as they lie there, in the scan or not. */
    public Optional<String> elsewhere() {
        return switch (kind) {
            case CHART -> Optional.empty();
            case KUSTOMIZATION -> Fetches.firstOf(path);
        };
    }

    /** What to type to read it rendered. */
    String remedy() {
        String quoted = Shell.quoted(shown());
        List<String> command = switch (kind) {
            case CHART -> List.of("helm", "template", release(), quoted);
            case KUSTOMIZATION -> List.of("kubectl", "kustomize", quoted);
        };
        return Shell.piped(String.join(" ", command));
    }
}
