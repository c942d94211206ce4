package meshadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import meshadvisor.catalog.Library;
import meshadvisor.model.Gap;
import meshadvisor.signal.Reading;
import meshadvisor.signal.Readings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    /** What is known in all of these tests: 10 services, a Job, no host network, and nothing about the rate. */
    private static final Readings READINGS = signal -> switch (signal) {
        case "services" -> Reading.amount(10, List.of());
        case "kind" -> Reading.choice("Job", List.of());
        case "host-network" -> Reading.flag(false, List.of());
        case "rate" -> new Reading.Unknown(Gap.of("rate", "the rate of requests", "nobody measured it", "measure it"));
        default -> throw new IllegalArgumentException(signal);
    };

    private record Holder(Condition when) {}

    private static Truth test(String yaml) {
        Library library = Library.ofYaml(Map.of("condition.yaml", "when: " + yaml));
        return library.read("condition.yaml", Holder.class).when().test(READINGS,
                threshold -> threshold.equals("ten") ? 10 : 50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{signal: services, at-least: 10}         | YES",
            "{signal: services, at-least: 10.5}       | NO",
            "{signal: services, at-most: 10}          | YES",
            "{signal: services, at-most: 9}           | NO",
            "{signal: services, reaches: ten}         | YES",
            "{signal: services, reaches: fifty}       | NO",
            "{signal: services, exceeds: ten}         | NO",
            "{signal: kind, one-of: [CronJob, Job]}   | YES",
            "{signal: kind, one-of: [job]}            | NO",
            "{signal: host-network, is: false}        | YES",
            "{signal: host-network, is: true}         | NO",
            "{not: {signal: host-network, is: true}}  | YES"})
    void what_is_known_is_compared(String condition, Truth truth) {
        assertThat(test(condition)).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{signal: rate, at-least: 1}", "{signal: rate, at-most: 1}", "{signal: rate, reaches: ten}", "{signal: rate, exceeds: ten}",
            "{signal: rate, one-of: [high]}", "{signal: rate, is: true}", "{signal: rate, is: false}", "{not: {signal: rate, is: true}}"})
    void what_is_unknown_stays_unknown_in_every_comparison(String condition) {
        assertThat(test(condition)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void a_part_that_is_known_may_settle_what_another_part_leaves_open() {
        assertThat(test("{all: [{signal: rate, at-least: 1}, {signal: kind, one-of: [Pod]}]}")).isEqualTo(Truth.NO);
        assertThat(test("{all: [{signal: rate, at-least: 1}, {signal: kind, one-of: [Job]}]}")).isEqualTo(Truth.UNKNOWN);
        assertThat(test("{any: [{signal: rate, at-least: 1}, {signal: kind, one-of: [Job]}]}")).isEqualTo(Truth.YES);
        assertThat(test("{any: [{signal: rate, at-least: 1}, {signal: kind, one-of: [Pod]}]}")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void nothing_to_hold_holds_and_nothing_to_choose_from_does_not() {
        assertThat(test("{all: []}")).isEqualTo(Truth.YES);
        assertThat(test("{any: []}")).isEqualTo(Truth.NO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{signal: kind, at-least: 1}           | the condition wants a number, the signal is a word",
            "{signal: host-network, exceeds: ten}  | the condition wants a number, the signal is a flag",
            "{signal: services, one-of: [ten]}     | the condition wants a word, the signal is a number",
            "{signal: host-network, one-of: [no]}  | the condition wants a word, the signal is a flag",
            "{signal: services, is: true}          | the condition wants a flag, the signal is a number",
            "{signal: kind, is: true}              | the condition wants a flag, the signal is a word"})
    void a_comparison_that_does_not_fit_its_signal_is_a_mistake_of_the_rule(String condition, String message) {
        assertThatThrownBy(() -> test(condition)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
