package meshadvisor.rule;

import static meshadvisor.rule.Truth.NO;
import static meshadvisor.rule.Truth.UNKNOWN;
import static meshadvisor.rule.Truth.YES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TruthTest {

    @ParameterizedTest
    @CsvSource({"NO,NO,NO", "NO,UNKNOWN,NO", "NO,YES,NO", "UNKNOWN,NO,NO", "UNKNOWN,UNKNOWN,UNKNOWN", "UNKNOWN,YES,UNKNOWN",
            "YES,NO,NO", "YES,UNKNOWN,UNKNOWN", "YES,YES,YES"})
    void a_no_settles_an_and_whatever_is_unknown(Truth one, Truth other, Truth both) {
        assertThat(one.and(other)).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource({"NO,NO,NO", "NO,UNKNOWN,UNKNOWN", "NO,YES,YES", "UNKNOWN,NO,UNKNOWN", "UNKNOWN,UNKNOWN,UNKNOWN", "UNKNOWN,YES,YES",
            "YES,NO,YES", "YES,UNKNOWN,YES", "YES,YES,YES"})
    void a_yes_settles_an_or_whatever_is_unknown(Truth one, Truth other, Truth either) {
        assertThat(one.or(other)).isEqualTo(either);
    }

    @Test
    void not_turns_around_what_is_known_and_leaves_what_is_not() {
        assertThat(NO.not()).isEqualTo(YES);
        assertThat(UNKNOWN.not()).isEqualTo(UNKNOWN);
        assertThat(YES.not()).isEqualTo(NO);
    }

    @ParameterizedTest
    @EnumSource
    void the_opposite_of_an_and_is_the_or_of_the_opposites(Truth one) {
        for (Truth other : Truth.values()) {
            assertThat(one.and(other).not()).isEqualTo(one.not().or(other.not()));
        }
    }
}
