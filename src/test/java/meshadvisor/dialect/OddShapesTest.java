package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.model.Evidence;
import meshadvisor.model.Use;
import meshadvisor.tree.Limits;
import meshadvisor.tree.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a field, reading goes on: every field of every example is given every other shape. */
class OddShapesTest {

    private static final Pattern FIELD = Pattern.compile("^((?: |- )*)([\\w.\"/@-]+):(?: .*)?$");
    private static final List<String> SHAPES = List.of("", "~", "text", "[]", "[~, text, {}, [a]]", "{}", "{a: {b: [c]}}", "-7", "true");

    @ParameterizedTest
    @ValueSource(
            strings = {"istio-routes.yaml", "istio-route-traps.yaml", "istio-rules.yaml", "istio-policies.yaml", "istio-extensions.yaml",
                    "gateway-routes.yaml", "linkerd-resources.yaml", "linkerd-annotations.yaml", "smi-split.yaml", "cilium-resources.yaml",
                    "flagger.yaml", "argo.yaml", "flux.yaml", "certificates.yaml", "ingress.yaml", "running.yaml"})
    void a_field_of_another_shape_is_not_given(String name) {
        int read = 0;
        for (String document : Manifest.content(name).split("(?m)^---$")) {
            for (String odd : oddOnes(document)) {
                Facts facts = facts(odd);
                read++;
                assertThat(facts.references).as(odd).allMatch(r -> !r.name().isEmpty() && r.place().line() > 0);
                assertThat(facts.uses).as(odd).extracting(Use::evidence).extracting(Evidence::place).allMatch(p -> p.line() > 0);
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    private static Facts facts(String manifest) {
        Facts facts = new Facts();
        YamlReader.read(manifest.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT,
                document -> Dialects.read(Manifest.item(document.root(), "odd.yaml"), facts), problem -> {
                    // that it cannot be read is no matter of the dialects
                });
        return facts;
    }

    /** The document with one field replaced, for each field and shape; what stood below the field goes with it. */
    private static List<String> oddOnes(String document) {
        List<String> lines = document.lines().toList();
        List<String> odd = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher field = FIELD.matcher(lines.get(i));
            if (field.matches() && !field.group(2).equals("apiVersion") && !field.group(2).equals("kind")) {
                int end = i + 1;
                while (end < lines.size() && indent(lines.get(end)) > field.group(1).length()) {
                    end++;
                }
                for (String shape : SHAPES) {
                    odd.add(replaced(lines, i, end, field.group(1) + field.group(2) + ": " + shape));
                }
            }
        }
        return odd;
    }

    private static String replaced(List<String> lines, int from, int to, String line) {
        List<String> kept = new ArrayList<>(lines.subList(0, from));
        kept.add(line);
        kept.addAll(lines.subList(to, lines.size()));
        return String.join("\n", kept);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
