package meshadvisor.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Documents nobody thought of: well-formed ones come back as they were, damaged ones end in a problem with a place. */
class RandomDocumentTest {

    private static final String SEED = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: &m {name: web, labels: {app: "web"}}
            spec:
              <<: *m
              template:
                spec:
                  containers:
                  - name: 'main'
                    args: ["-c", !!str 12]
                    command: |-
                      echo {{ done }}
            ---
            {"kind": "List", "items": [{"apiVersion": "v1", "kind": "Service", "n": 1.5e3}]}
            """;
    private static final String[] PIECES =
            {"{", "}", "[", "]", ":", "- ", "\n", "---\n", "\"", "'", "&a ", "*a", "!", "|", ">", "\t", "#", "%", "?",
                    "<<: ", "\0", "\u0085", "...\n", ",", "é", "{{", "\r"};

    @RepeatedTest(200)
    void a_well_formed_document_comes_back_as_it_was(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Object written = mapping(random, 4);
        DumpSettings style = DumpSettings.builder().setSchema(new CoreSchema())
                .setDefaultFlowStyle(random.nextBoolean() ? FlowStyle.BLOCK : random.nextBoolean() ? FlowStyle.FLOW : FlowStyle.AUTO)
                .setDefaultScalarStyle(random.nextBoolean() ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED)
                .setWidth(20 + random.nextInt(80)).build();
        String text = new Dump(style).dumpToString(written);
        assertThat(plain(Reading.of(text).root())).as(text).isEqualTo(written);
    }

    @RepeatedTest(300)
    void a_damaged_document_ends_in_problems_with_places(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder(SEED);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
            }
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Reading reading = Reading.of(bytes);
        int lines = (int) text.toString().chars().filter(c -> c == '\n' || c == '\r').count() + 2;
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(1, lines);
            assertThat(problem.column()).isPositive();
            assertThat(problem.sentence()).endsWith(".").doesNotContain("\n", "\0");
            assertThat(problem.remedy()).isNotBlank();
        });
        reading.documents().forEach(document -> assertPlaces(document.root(), lines));
        assertThat(Reading.of(bytes)).isEqualTo(reading);
    }

    private static void assertPlaces(Node node, int lines) {
        assertThat(node.line()).isBetween(1, lines);
        assertThat(node.column()).isPositive();
        node.items().forEach(item -> assertPlaces(item, lines));
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> assertPlaces(entry.value(), lines));
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> text(random);
            case 3 -> random.nextInt(1000) / 8.0;
            case 4 -> List.of();
            case 5 -> IntStream.range(0, random.nextInt(5)).mapToObj(i -> value(random, depth - 1)).toList();
            default -> mapping(random, depth - 1);
        };
    }

    private static Map<String, Object> mapping(Random random, int depth) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int i = random.nextInt(14); i >= 0; i--) {
            mapping.put(text(random), value(random, depth));
        }
        return mapping;
    }

    private static String text(Random random) {
        String letters = "abcxyz019 :-#'\"{}[],&*!|>%@`~=<\n\té😀_.";
        int[] points = letters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static Object plain(Node node) {
        return switch (node) {
            case Mapping mapping -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> plain.put(entry.key().text(), plain(entry.value())));
                yield plain;
            }
            case Sequence sequence -> new ArrayList<>(sequence.items().stream().map(RandomDocumentTest::plain).toList());
            case Scalar scalar -> switch (scalar.kind()) {
                case STRING -> scalar.text();
                case INTEGER -> Integer.valueOf(scalar.text());
                case FLOAT -> Double.valueOf(scalar.text());
                case BOOLEAN -> Boolean.valueOf(scalar.text());
                case NULL -> "null";
            };
            case Absent absent -> "absent";
        };
    }
}
