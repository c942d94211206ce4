package meshadvisor.cli;

import static meshadvisor.cli.ExitCode.BUDGET;
import static meshadvisor.cli.ExitCode.BUG;
import static meshadvisor.cli.ExitCode.CLUSTER;
import static meshadvisor.cli.ExitCode.FINDINGS;
import static meshadvisor.cli.ExitCode.INPUT;
import static meshadvisor.cli.ExitCode.OK;
import static meshadvisor.cli.ExitCode.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void numbers_are_those_that_scripts_rely_on() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code)).containsExactly(0, 1, 2, 3, 4, 5, 6, 130);
    }

    @Test
    void of_several_the_gravest_speaks_in_whatever_order_they_came() {
        var gravestFirst = List.of(BUG, USAGE, CLUSTER, INPUT, BUDGET, FINDINGS, OK);
        for (int from = 0; from < gravestFirst.size(); from++) {
            var some = new ArrayList<>(gravestFirst.subList(from, gravestFirst.size()));
            Collections.shuffle(some, new Random(from));
            assertThat(some.stream().reduce(OK, ExitCode::or)).isEqualTo(gravestFirst.get(from));
        }
    }

    @Test
    void help_lists_every_code_with_its_meaning() {
        var help = Ran.cli("--help").out();
        assertThat(Arrays.stream(ExitCode.values()))
                .allSatisfy(code -> assertThat(help).containsPattern(code.code() + " +" + code.meaning()));
    }
}
