package meshadvisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Library;
import meshadvisor.files.FileQuery;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Answers;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.signal.World;
import meshadvisor.tree.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeutralityTest {

    private static final Path CATALOGUE = Path.of("..", "rules", "catalog");
    private static final Answers STATED = Answers.NONE.withNeed("split-header", "yes").withFact("platform-team", "yes");

    @ParameterizedTest
    @CsvSource({"linkerd, istio-sidecar", "linkerd, istio-ambient", "istio-sidecar, istio-ambient"})
    void swapping_two_names_in_the_catalogue_swaps_them_in_the_ranking(String one, String other) throws IOException {
        Map<String, String> asIs = documents();
        Map<String, String> swapped = new TreeMap<>(asIs);
        swapped.replaceAll((path, text) -> path.matches("meshes/[^/]+/(variants|capabilities)\\.yaml") ? swap(text, one, other) : text);
        assertThat(swapped).isNotEqualTo(asIs);

        List<String> before = ranking(asIs, STATED);
        List<String> after = ranking(swapped, STATED);

        assertThat(after).isEqualTo(before.stream().map(line -> swap(line, one, other)).toList());
    }

    @Test
    void the_code_that_advises_and_the_tree_name_no_mesh() throws IOException {
        List<String> named = new ArrayList<>();
        Pattern mesh = Pattern.compile("istio|linkerd|cilium|consul|kuma|envoy", Pattern.CASE_INSENSITIVE);
        List<Path> sources = Stream.of("advice", "plan", "cost").map(p -> Path.of("..", "rules/src/main/java/meshadvisor", p))
                .filter(Files::isDirectory).flatMap(folder -> files(folder).stream()).toList();
        for (Path source : sources) {
            mesh.matcher(Files.readString(source)).results().forEach(m -> named.add(source.getFileName() + ": " + m.group()));
        }
        String conditions =
                Files.readString(CATALOGUE.resolve("tree.yaml")).lines().filter(l -> l.contains("when:") || l.contains("signal:"))
                        .reduce("", String::concat);
        mesh.matcher(conditions).results().forEach(m -> named.add("tree.yaml: " + m.group()));

        assertThat(named).isEmpty();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> documents() throws IOException {
        Map<String, String> documents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                String path = CATALOGUE.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("rules/") || path.endsWith("/rule.yaml")) {
                    documents.put(path, Files.readString(file));
                }
            }
        }
        return documents;
    }

    private static String swap(String text, String one, String other) {
        return text.replaceAll("(?m)((?:id|variant): )" + one + "$", "$1\u0000")
                .replaceAll("(?m)((?:id|variant): )" + other + "$", "$1" + one)
                .replace("\u0000", other);
    }

    private static List<String> ranking(Map<String, String> documents, Answers answers) {
        Catalogue catalogue = Catalogue.of(Library.ofYaml(documents));
        ClusterSnapshot empty =
                Manifests.read(new Manifests.Source(new FileQuery(List.of(), List.of(), List.of(), Limits.DEFAULT), ObjectFilter.ALL,
                        InputStream.nullInputStream(), "2026-09-17")).snapshot();
        return Advisor.advise(World.of(empty, catalogue, answers), Set.of()).ranking().stream()
                .map(r -> r.score() + " " + r.excluded().size() + " id: " + r.variant().id()).toList();
    }
}
