package meshadvisor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FillTest {

    private static final Map<String, Object> KNOWN = Map.of("name", "cart", "port", 8080, "selector", Map.of("app", "cart"), "callers",
            List.of(Map.of("name", "web"), Map.of("name", "web"), Map.of("name", "orders")));

    @Test
    void a_hole_becomes_what_is_known() {
        assertThat(new Fill(KNOWN).text("plan-${name}:${port}")).isEqualTo("plan-cart:8080");
    }

    @Test
    void what_is_not_known_stays_and_is_told() {
        Fill fill = new Fill(KNOWN);
        assertThat(fill.text("${peak} of ${name}")).isEqualTo("${peak} of cart");
        assertThat(fill.missing()).containsExactly("peak");
    }

    @Test
    void a_text_that_is_a_hole_becomes_the_number_or_the_tree() {
        assertThat(new Fill(KNOWN).tree(Map.of("port", "${port}", "matchLabels", "${selector}")))
                .isEqualTo(Map.of("port", 8080, "matchLabels", Map.of("app", "cart")));
    }

    @Test
    void an_item_is_made_for_each_and_no_two_are_the_same() {
        Object filled = new Fill(KNOWN).tree(List.of(Map.of("for-each", "callers", "make", "sa/${name} of ${port}")));
        assertThat(filled).isEqualTo(List.of("sa/web of 8080", "sa/orders of 8080"));
    }

    @Test
    void a_list_of_nobody_is_told_because_an_empty_one_may_mean_everybody() {
        Fill fill = new Fill(Map.of());
        assertThat(fill.tree(List.of(Map.of("for-each", "callers", "make", "${name}")))).isEqualTo(List.of());
        assertThat(fill.missing()).containsExactly("callers");
    }

    @Test
    void what_is_filled_in_is_not_filled_again() {
        assertThat(new Fill(Map.of("name", "${port}$1\\", "port", 1)).text("${name}")).isEqualTo("${port}$1\\");
    }
}
