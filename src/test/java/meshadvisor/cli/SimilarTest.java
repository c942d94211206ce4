package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

    @ParameterizedTest
    @CsvSource({"mtls, mtls, 0", "mtls, mtsl, 1", "mtls, mtl, 1", "mtls, mtlss, 1", "mtls, mtlx, 1", "'', abc, 3", "abc, '', 3",
            "kitten, sitting, 3"})
    void distance_counts_letters_put_in_left_out_replaced_or_swapped(String one, String other, int distance) {
        assertThat(Similar.distance(one, other)).isEqualTo(distance);
        assertThat(Similar.distance(other, one)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"asess, assess", "ASSESS, assess", "explian, explain", "assess, assess"})
    void a_near_word_is_found(String written, String meant) {
        assertThat(Similar.to(written, List.of("assess", "explain", "catalog"))).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"frobnicate", "x", "''", "manifests/"})
    void a_far_word_is_no_question_worth_asking(String written) {
        assertThat(Similar.to(written, List.of("assess", "explain", "catalog"))).isEmpty();
    }

    @Test
    void a_word_of_a_megabyte_costs_nothing() {
        assertThat(Similar.to("a".repeat(1 << 20), List.of("assess"))).isEmpty();
    }

    @Test
    void of_equally_near_words_the_first_in_the_alphabet_is_named() {
        assertThat(Similar.to("cat", List.of("rat", "bat"))).contains("bat");
    }
}
