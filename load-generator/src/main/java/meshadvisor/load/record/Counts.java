package meshadvisor.load.record;

import java.util.Map;
import meshadvisor.load.wire.Failure;

/**
 * What was counted in a phase: {@link Counter} says what each is. {@code intended = completed + sum of failed + dropped + unfinished}.
 *
 * @param failed by kind, without those that did not occur; {@code connectFailures} and {@code statuses} likewise
 */
public record Counts(long intended, long sent, long completed, long dropped, long unfinished, Map<Failure, Long> failed,
        Map<StatusClass, Long> statuses, Map<Failure, Long> connectFailures, long connections, long handshakes, long bytesSent,
        long bytesReceived, long answerBytes, long beyond) {

    /** The counts of a phase. */
    public static Counts of(Totals totals) {
        Map<Failure, Long> failed = totals.failures();
        long intended = totals.count(Counter.INTENDED);
        long completed = totals.count(Counter.COMPLETED);
        long dropped = totals.count(Counter.DROPPED);
        return new Counts(intended, totals.count(Counter.SENT), completed, dropped,
                Math.max(0, intended - completed - dropped - sum(failed)), failed, totals.statuses(), totals.connectFailures(),
                totals.count(Counter.CONNECTIONS), totals.count(Counter.HANDSHAKES),
                totals.count(Counter.BYTES_SENT), totals.count(Counter.BYTES_RECEIVED), totals.count(Counter.ANSWER_BYTES),
                totals.count(Counter.BEYOND));
    }

    /** The sums of two. */
    Counts plus(Counts more) {
        return new Counts(intended + more.intended, sent + more.sent, completed + more.completed, dropped + more.dropped,
                unfinished + more.unfinished, plus(Failure.class, failed, more.failed), plus(StatusClass.class, statuses, more.statuses),
                plus(Failure.class, connectFailures, more.connectFailures), connections + more.connections,
                handshakes + more.handshakes, bytesSent + more.bytesSent, bytesReceived + more.bytesReceived,
                answerBytes + more.answerBytes, beyond + more.beyond);
    }

    /** Requests that failed, of whatever kind. */
    public long allFailed() {
        return sum(failed);
    }

    /** Complete answers, whatever their status says. */
    long answers() {
        return sum(statuses);
    }

    private static <K extends Enum<K>> Map<K, Long> plus(Class<K> type, Map<K, Long> some, Map<K, Long> more) {
        Row<K> sums = new Row<>(type);
        some.forEach(sums::add);
        more.forEach(sums::add);
        return sums.present();
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
