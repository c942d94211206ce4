package meshadvisor.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import meshadvisor.cluster.ApiFailure;
import org.junit.jupiter.api.Test;

/** A log that is read bit by bit, as kubelets give it: from a whole second on. */
class PodLogTest {

    /** Five lines in each millisecond, of which the third and fourth are of the same time. */
    private static final List<String> LOG = IntStream.range(0, 4_000).mapToObj(n -> "2026-11-27T10:00:%02d.%03d00000%dZ %s"
            .formatted(n / 1_000, n / 5 % 1_000, n % 5 == 3 ? 2 : n % 5, n % 7 == 0 ? "" : "line " + n)).toList();

    @Test
    void every_line_comes_once_however_often_it_is_read() throws ApiFailure {
        Random random = new Random(7);
        int[] written = {0};
        PodLog log = new PodLog(since -> LOG.subList(0, written[0]).stream()
                .filter(line -> since.isEmpty() || line.compareTo(since.substring(0, 19)) >= 0).toList());
        List<String> read = new ArrayList<>();
        while (written[0] < LOG.size()) {
            written[0] = Math.min(LOG.size(), written[0] + random.nextInt(300));
            read.addAll(log.more());
        }
        assertThat(read).isEqualTo(LOG.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList());
        assertThat(log.more()).isEmpty();
    }

    @Test
    void a_line_that_was_stamped_before_the_one_in_front_of_it_is_not_lost() throws ApiFailure {
        List<String> file = List.of("2026-11-27T10:00:00.999999999Z #ma1 a", "2026-11-27T10:00:01.000000900Z talk of the other output",
                "2026-11-27T10:00:00.999999999Z #ma1 a", "2026-11-27T10:00:01.000000100Z #ma1 b", "2026-11-27T10:00:00.999999950Z #ma1 c");
        for (int first = 0; first <= file.size(); first++) {
            int[] written = {first};
            PodLog log = new PodLog(since -> file.subList(0, written[0]).stream()
                    .filter(line -> since.isEmpty() || line.compareTo(since.substring(0, 19)) >= 0).toList());
            List<String> read = new ArrayList<>(log.more());
            written[0] = file.size();
            read.addAll(log.more());
            assertThat(read).containsExactly("#ma1 a", "talk of the other output", "#ma1 a", "#ma1 b", "#ma1 c");
        }
    }

    @Test
    void a_file_that_was_put_aside_brings_no_line_twice_and_hides_no_new_one() throws ApiFailure {
        int[] from = {0};
        int[] to = {10};
        PodLog log = new PodLog(since -> LOG.subList(from[0], to[0]));
        assertThat(log.more()).hasSize(10);
        from[0] = 10;
        to[0] = 20;
        assertThat(log.more()).hasSize(10);
        from[0] = 0;
        assertThat(log.more()).isEmpty();
    }
}
