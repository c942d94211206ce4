package meshadvisor.load.meet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import meshadvisor.load.meet.Round.Kind;
import meshadvisor.load.meet.Round.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One rendezvous: those who come in time, late, twice, or with another number in mind. */
@Timeout(60)
class RoundTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static CompletableFuture<Outcome> come(Round round, String party, Duration within) {
        return CompletableFuture.supplyAsync(() -> round.come(party, 3, within), task -> Thread.ofVirtual().start(task));
    }

    @Test
    void all_meet() {
        var round = new Round(3);
        var all = Stream.of("a", "b", "c").map(party -> come(round, party, LONG)).toList();
        assertThat(all.stream().map(CompletableFuture::join)).containsOnly(new Outcome(Kind.MET, "all 3 are there"));
    }

    @Test
    void the_same_party_counts_once() {
        var round = new Round(3);
        var waiting = List.of(come(round, "a", LONG), come(round, "a", LONG), come(round, "b", LONG));
        assertThat(round.come("a", 3, Duration.ofMillis(200)).kind()).isEqualTo(Kind.GIVEN_UP);
        assertThat(waiting.stream().map(CompletableFuture::join).map(Outcome::words)).allMatch(
                words -> words.matches("only [12] of 3 came, and a waited for 0.200 s"));
    }

    @Test
    void when_one_loses_patience_nobody_goes_on() {
        var round = new Round(3);
        var patient = come(round, "a", LONG);
        assertThat(round.come("b", 3, Duration.ofMillis(300))).isEqualTo(patient.join())
                .isEqualTo(new Outcome(Kind.GIVEN_UP, "only 2 of 3 came, and b waited for 0.300 s"));
        var late = round.come("c", 3, LONG);
        assertThat(late.kind()).isEqualTo(Kind.LATE);
        assertThat(late.words()).contains("c came", "late: only 2 of 3 came");
    }

    @Test
    void who_has_another_number_in_mind_is_told_and_the_others_still_meet() {
        var round = new Round(1);
        assertThat(round.come("a", 4, LONG)).isEqualTo(new Outcome(Kind.CONTRADICTS, "a expects 4 parties, and others 1"));
        assertThat(round.come("b", 1, LONG).kind()).isEqualTo(Kind.MET);
        assertThat(round.come("b", 1, LONG).kind()).isEqualTo(Kind.LATE);
    }
}
