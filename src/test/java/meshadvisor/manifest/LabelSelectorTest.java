package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import meshadvisor.model.Place;
import meshadvisor.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {

    private static final Map<String, Text> LABELS = Map.of("app", text("web"), "tier", text("front"), "example.org/empty", text(""));

    private static Text text(String value) {
        return new Text(value, Place.NOWHERE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | true
            app=web                     | true
            app==web                    | true
            app = cart                  | false
            app!=cart                   | true
            missing!=cart               | true
            app in (cart, web)          | true
            app in (cart)               | false
            app notin (cart,orders)     | true
            app notin (web)             | false
            missing notin (web)         | true
            app                         | true
            missing                     | false
            !missing                    | true
            ! app                       | false
            example.org/empty=          | true
            app=web,tier=front          | true
            app=web,tier=back           | false
            tier in (a,front),!missing  | true
            """)
    void a_selector_means_what_kubectl_takes_it_for(String selector, boolean matches) {
        assertThat(LabelSelector.parse(selector).orElseThrow().matches(LABELS)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "app=we b", "app in web", "app in (", "a,,b", "app=web,", "app<3", "-app", "app in (a b)!"})
    void what_is_not_well_formed_is_refused(String selector) {
        assertThat(LabelSelector.parse(selector)).isEmpty();
    }

    @Test
    void a_very_long_selector_is_refused_at_once() {
        assertThat(LabelSelector.parse("a,".repeat(1_000_000) + "a")).isEmpty();
    }

    @Test
    void labels_with_values_are_a_selector() {
        assertThat(LabelSelector.of(Map.of("app", "web", "tier", "front")).matches(LABELS)).isTrue();
        assertThat(LabelSelector.of(Map.of("app", "cart")).matches(LABELS)).isFalse();
        assertThat(LabelSelector.NOTHING.matches(LABELS)).isFalse();
    }
}
