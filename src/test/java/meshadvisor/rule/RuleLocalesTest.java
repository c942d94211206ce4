package meshadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import meshadvisor.report.Report;
import meshadvisor.support.Example;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of all rules where other languages are spoken. */
@Isolated("sets the default locale")
class RuleLocalesTest {

    static Stream<Example> every_example() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void findings_are_the_same_again_and_in_every_locale(Example example) {
        String first = words(example.scan().judged());
        Locale before = Locale.getDefault();
        try {
            for (String locale : List.of("de", "tr", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertThat(words(example.scan().judged())).as(locale).isEqualTo(first);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String words(Report report) {
        return report.findings() + "\n" + report.notAssessed() + "\n" + report.advice().verdict() + "\n" + report.advice().needs();
    }
}
