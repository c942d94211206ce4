package meshadvisor.rule;

import static meshadvisor.support.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import meshadvisor.report.Report;
import meshadvisor.support.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example beside a rule; a new case is a new file. */
class RuleExamplesTest {

    static Stream<Example> every_example() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void a_rule_fires_and_stays_silent_as_its_examples_say(Example example) {
        Report report = example.scan().judged();
        if (example.is("fires")) {
            assertThatFindings(example.findings(report)).are(example.expected());
        } else {
            assertThatFindings(example.findings(report)).areNone();
            boolean open = report.notAssessed().stream().anyMatch(n -> n.rule().equals(example.rule()));
            assertThat(open).as("the rule says that it was not assessed").isEqualTo(example.is("unknown"));
        }
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void every_document_of_an_example_is_understood(Example example) {
        assertThat(example.scan().snapshot().inputs().problems()).isEmpty();
    }
}
