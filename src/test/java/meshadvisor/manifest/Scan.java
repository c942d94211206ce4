package meshadvisor.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.files.FileQuery;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.ClusterSnapshot.Inputs;
import meshadvisor.model.Edge;
import meshadvisor.model.Gap;
import meshadvisor.model.InputProblem;
import meshadvisor.model.InputProblem.Kind;
import meshadvisor.model.Meta;
import meshadvisor.model.Patch;
import meshadvisor.tree.Limits;

/** What was read, in words that a test can compare; paths are those below the folder that was scanned. */
public record Scan(String root, ClusterSnapshot snapshot) {

    /** Paths to scan below a folder, and how. */
    public record Asked(Path folder, List<String> paths, List<String> exclude, ObjectFilter filter, String piped) {

        /** The source for whoever reads it. */
        public Manifests.Source source() {
            List<String> given = paths.stream().map(p -> p.equals("-") ? p : p.isEmpty() ? folder.toString() : folder + "/" + p).toList();
            return new Manifests.Source(new FileQuery(given, List.of(), exclude, Limits.DEFAULT), filter,
                    new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)), "2026-09-17");
        }

        public Asked paths(String... some) {
            return new Asked(folder, List.of(some), exclude, filter, piped);
        }

        Asked excluding(String... patterns) {
            return new Asked(folder, paths, List.of(patterns), filter, piped);
        }

        Asked filtered(ObjectFilter by) {
            return new Asked(folder, paths, exclude, by, piped);
        }

        Asked piping(String text) {
            return new Asked(folder, List.of("-"), exclude, filter, text);
        }

        public Scan read() {
            return new Scan(folder + "/", Manifests.read(source()).snapshot());
        }

        /** Adds a file. */
        public Asked with(String path, String content) {
            try {
                Files.createDirectories(folder.resolve(path).getParent());
                Files.writeString(folder.resolve(path), content);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Asked in(Path folder) {
        return new Asked(folder, List.of(""), List.of(), ObjectFilter.ALL, "");
    }

    /** A folder under {@code src/test/resources/manifest}. */
    static Asked example(String name) {
        try {
            return in(Path.of(Scan.class.getResource("/manifest/" + name).toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private String below(Object text) {
        String plain = String.valueOf(text);
        return plain.replace(root, "").replace(root.substring(0, root.length() - 1), ".");
    }

    private static List<String> texts(Stream<String> texts) {
        return texts.toList();
    }

    public List<String> objects() {
        return texts(snapshot.definitions().stream().map(Meta::key).map(String::valueOf));
    }

    public List<String> files() {
        return texts(snapshot.definitions().stream().map(m -> below(m.place().file())).distinct());
    }

    /** Each as {@code what: why > remedy}. */
    public List<String> gaps() {
        return texts(inputs().gaps().stream().map(g -> below(g.what() + ": " + g.why() + " > " + g.remedy())));
    }

    List<String> gapPlaces() {
        return texts(inputs().gaps().stream().map(Gap::place).map(this::below));
    }

    Inputs inputs() {
        return snapshot.inputs();
    }

    /** Documents, and how many of them were understood. */
    String counted() {
        return inputs().understood() + " of " + inputs().documents();
    }

    public List<String> problems() {
        return texts(inputs().problems().stream().filter(p -> p.kind() != Kind.NOTE).map(p -> p.kind() + " " + below(p.place())));
    }

    List<String> notes() {
        return texts(inputs().problems().stream().filter(p -> p.kind() == Kind.NOTE).map(this::note));
    }

    private String note(InputProblem problem) {
        return below(problem.place() + ": " + problem.sentence());
    }

    /** Each as {@code kind namespace/name [containers] labels annotations @line}. */
    List<String> patches() {
        return texts(snapshot.installed().patches().stream().map(Scan::patch).sorted());
    }

    private static String patch(Patch patch) {
        List<String> words =
                new ArrayList<>(List.of(patch.kind(), (patch.namespace().isEmpty() ? "" : patch.namespace() + "/") + patch.name()));
        words.add(patch.containers().stream().map(c -> c.name()).toList().toString());
        words.addAll(patch.labels().keySet());
        words.addAll(patch.annotations().keySet());
        words.add("@" + patch.place().line());
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    List<String> calls() {
        return texts(
                snapshot.traffic().edges().stream().map(e -> e.from().name() + " -> " + e.to() + (e.port() == 0 ? "" : ":" + e.port())));
    }

    List<String> whyCalls() {
        return texts(snapshot.traffic().edges().stream().map(Edge::evidence).map(this::below));
    }

    List<String> images() {
        return texts(snapshot.running().workloads().stream().flatMap(w -> w.pod().containers().stream()).map(c -> c.image().value()));
    }

    List<String> installs() {
        return texts(snapshot.installed().installs().stream()
                .map(i -> below(i.chart() + " " + i.version() + " (" + i.version().place() + ") via " + i.via())));
    }
}
