package meshadvisor.cost.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.cost.Range;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Files with prices: those of the catalogue and that of the documentation. */
class PriceFilesTest {

    private static final Path DOCS = Path.of("../docs/formats");

    static List<String> files() throws IOException {
        return Stream.concat(Knowledge.LIBRARY.paths("prices/", ".yaml").stream().map(Knowledge::document),
                Stream.of(Files.readString(Path.of("test/resources/cost/prices.yaml")))).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_is_as_the_schema_says(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper().readTree(Files.readString(DOCS.resolve("prices.schema.json"))));
        assertThat(schema.validate(new YAMLMapper().readTree(yaml))).isEmpty();
    }

    @Test
    void the_example_of_the_documentation_is_the_one_that_is_tested() throws IOException {
        String yaml = Files.readString(Path.of("test/resources/cost/prices.yaml"));
        assertThat(Files.readString(DOCS.resolve("prices.md"))).contains("```yaml\n" + yaml + "```");
        PriceList list = Examples.list(yaml);
        assertThat(list.price("hour-of-work").orElseThrow().range()).isEqualTo(new Range(70, 85, 110));
        assertThat(new Prices(Prices.of(Knowledge.LIBRARY, java.util.Optional.of(list), "aws"), "EUR", 0, List.of()).own(Bill.DO_NOTHING))
                .hasSize(1);
    }

    @Test
    void every_list_that_is_shipped_names_its_source_and_day_and_does_not_claim_to_be_measured() {
        assertThat(Prices.shipped(Knowledge.LIBRARY)).hasSize(3).allSatisfy(list -> {
            assertThat(list.date()).matches("\\d{4}(-\\d\\d){0,2}");
            assertThat(list.source()).contains("github.com/");
            assertThat(list.conditions()).isNotEmpty();
            assertThat(list.nodes()).hasSizeGreaterThan(20).allSatisfy(node -> assertThat(node.hour()).isBetween(0.01, 10.0));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{currency: EUR}", "{currency: EUR, source: s, date: d, discount: 100}",
            "{currency: EUR, source: s, date: d, price: []}",
            "{currency: EUR, source: s, date: d, prices: [{id: cpu-hour, range: {low: 3, likely: 2, high: 1}}]}"})
    void a_file_that_cannot_be_meant_so_is_refused(String yaml) {
        assertThatThrownBy(() -> Examples.list(yaml)).isInstanceOf(CatalogueMistake.class);
    }
}
