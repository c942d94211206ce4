package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.book.Playbook;
import meshadvisor.plan.convert.Converter;
import meshadvisor.plan.convert.Converter.Converted;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration of one mesh as another one takes it, with what is lost, for every direction: golden files that an API server takes. */
class ConversionExamplesTest {

    private static final Path FOLDER = Path.of("test/resources/plan/conversions");

    @ParameterizedTest
    @CsvSource({"istio-routes, istio-ambient", "istio-routes, linkerd", "istio-routes, cilium", "istio-precedence, istio-ambient",
            "istio-precedence, linkerd", "istio-precedence, cilium", "istio-traps, istio-ambient", "istio-traps, linkerd",
            "istio-traps, cilium", "istio-policies, istio-ambient", "linkerd-profile, istio-sidecar", "linkerd-profile, linkerd",
            "linkerd-profile, cilium", "smi-split, istio-ambient", "smi-split, linkerd", "smi-split, cilium"})
    void what_is_written_and_what_is_told_are_as_reviewed(String example, String way) throws IOException {
        ClusterSnapshot snapshot = Scan.of(Files.readString(FOLDER.resolve(example + ".yaml"))).snapshot();
        Converter converter = new Converter(snapshot, pattern(way), n -> n.isEmpty() ? "default" : n);
        assertThat(snapshot.inputs().problems()).isEmpty();
        StringBuilder text = new StringBuilder();
        List<Object> written = new ArrayList<>();
        for (ObjectKey key : snapshot.definitions().stream().map(Meta::key).sorted().toList()) {
            Converted converted = converter.of(key);
            converted.remarks()
                    .forEach(r -> text.append("# ").append(plain(key.toString())).append(": ").append(plain(r.toString())).append('\n'));
            converted.written().stream().filter(o -> !written.contains(o)).forEach(written::add);
        }
        text.append(TreeYaml.text(written));

        Golden.assertSame("../plan/conversions/" + example + "." + way + ".yaml", text.toString());
        assertThat(Scan.of(text.toString()).snapshot().inputs().problems()).isEmpty();
        assertThat(Scan.of(text.toString()).snapshot().definitions()).hasSameSizeAs(written);
    }

    private static ConversionPattern pattern(String way) {
        Playbook book = Playbook.of(Knowledge.LIBRARY);
        return Stream.of(way).flatMap(w -> book.path(w).stream()).flatMap(p -> book.conversions(p).stream()).findFirst().orElseThrow();
    }

    /** A comment is one line, whatever a name says. */
    private static String plain(String text) {
        return text.replaceAll("\\R", "\\\\n");
    }
}
