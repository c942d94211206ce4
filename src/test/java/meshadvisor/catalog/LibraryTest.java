package meshadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {

    private enum Colour {
        RED, DARK_BLUE
    }

    private record Thing(String id, int number, double share, boolean there, Colour colour, List<String> words, Map<String, Integer> counts,
            List<Shape> shapes) {
        Thing {
            Given.needed(id, "id");
            words = Given.list(words);
            counts = Given.map(counts);
            shapes = Given.list(shapes);
        }
    }

    private sealed interface Shape {}

    private record Circle(String name, double radius) implements Shape {}

    private record Box(String name, double width, double height) implements Shape {}

    private static Thing thing(String yaml) {
        return Library.ofYaml(Map.of("a.yaml", yaml)).read("a.yaml", Thing.class);
    }

    @Test
    void a_document_becomes_a_record_with_everything_in_it() {
        assertThat(thing("""
                {id: x, number: 3, share: 0.5, there: true, colour: dark-blue, words: [a, b], counts: {z: 1, y: 2},
                 shapes: [{name: c, radius: 1}, {width: 2, height: 3}]}
                """)).isEqualTo(new Thing("x", 3, 0.5, true, Colour.DARK_BLUE, List.of("a", "b"), Map.of("z", 1, "y", 2),
                List.of(new Circle("c", 1), new Box(null, 2, 3))));
    }

    @Test
    void what_is_left_out_is_nothing_unless_the_record_says_otherwise() {
        assertThat(thing("id: x")).isEqualTo(new Thing("x", 0, 0, false, null, List.of(), Map.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{number: 3}                              | \"id\" is missing",
            "{id: x, size: 3}                         | unknown field \"size\"; known are [id, number,",
            "{id: 1.30}                               | a text belongs here, not 1.3 at [\"id\"]",
            "{id: x, number: \"3\"}                   | a number belongs here, not \"3\" at [\"number\"]",
            "{id: x, number: 3.5}                     | a whole number belongs here, not 3.5 at [\"number\"]",
            "{id: x, there: 'yes'}                    | true or false belongs here, not \"yes\" at [\"there\"]",
            "{id: x, colour: blue}                    | one of [dark-blue, red] belongs here, not \"blue\" at [\"colour\"]",
            "{id: x, words: a}                        | a list belongs here, not \"a\" at [\"words\"]",
            "{id: x, words: [a, null]}                | a value belongs here, not \"nothing\" at [\"words\"][1]",
            "{id: x, shapes: [{name: c, radius: r}]}  | a number belongs here, not \"r\" at [\"shapes\"][0][\"radius\"]",
            "{id: x, shapes: [{name: c}]}             | the fields [name] are those of more than one kind of Shape at [\"shapes\"][0]",
            "{id: x, shapes: [{corners: 3}]}          | the fields [corners] are those of no kind of Shape at [\"shapes\"][0]",
            "{id: x, shapes: [c]}                     | a mapping belongs here, not \"c\" at [\"shapes\"][0]",
            "{id: x, id: y}                           | Duplicate"})
    void a_mistake_in_a_document_is_told_with_its_place(String yaml, String message) {
        assertThatThrownBy(() -> thing(yaml)).isInstanceOf(CatalogueMistake.class).hasMessageStartingWith("a.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void what_was_compiled_says_the_same_as_what_was_written() {
        Library written = Library.ofYaml(Map.of("a.yaml", "things: [{id: x}, {id: \"two\\nlines\\t\"}]"));
        Library compiled = Library.ofCompiled(written.compiled());
        assertThat(compiled.readList("a.yaml", "things", Thing.class)).isEqualTo(written.readList("a.yaml", "things", Thing.class))
                .extracting(Thing::id).containsExactly("x", "two\nlines\t");
    }

    @Test
    void a_document_that_is_not_there_is_a_mistake_and_a_list_that_is_not_there_is_empty() {
        Library library = Library.ofYaml(Map.of("a.yaml", "other: 1"));
        assertThatThrownBy(() -> library.read("b.yaml", Thing.class)).hasMessageContaining("b.yaml");
        assertThat(library.readList("b.yaml", "things", Thing.class)).isEmpty();
        assertThat(library.readList("a.yaml", "things", Thing.class)).isEmpty();
    }

    @Test
    void a_document_that_is_too_deep_is_a_mistake_that_names_it() {
        assertThatThrownBy(() -> Library.ofYaml(Map.of("prices.yaml", "[".repeat(20_000)))).isInstanceOf(CatalogueMistake.class)
                .hasMessageContaining("prices.yaml");
    }
}
