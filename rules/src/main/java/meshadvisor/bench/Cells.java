package meshadvisor.bench;

import static java.util.stream.Collectors.toMap;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import meshadvisor.bench.BenchRun.CellResult;
import org.HdrHistogram.Histogram;

/**
 * The cells of a run in order: what can be used, and what cannot with the reasons.
 *
 * @param used by situation and variant
 */
record Cells(Map<Situation, Map<String, Column>> used, List<CellResult> invalid) {

    private static final int SIGNIFICANT_DIGITS = 3;

    /** A load and what was done meanwhile. */
    record Situation(Load load, List<Order.Scenario> scenarios) {}

    /** A block of a session. */
    record Block(int session, int number) implements Comparable<Block> {
        @Override
        public int compareTo(Block other) {
            return Comparator.comparingInt(Block::session).thenComparingInt(Block::number).compare(this, other);
        }

        @Override
        public String toString() {
            return "block " + number + " of session " + session;
        }
    }

    /** A valid cell. */
    record Cell(CellResult result, long requests, Map<Statistic, Double> micros) {
        double micros(Statistic statistic) {
            return micros.getOrDefault(statistic, Double.NaN);
        }
    }

    /** All valid cells of a variant in a situation. */
    record Column(SortedMap<Block, Cell> cells, Histogram merged) {
        static Column empty() {
            return new Column(new TreeMap<>(), new Histogram(SIGNIFICANT_DIGITS));
        }
    }

    static Cells of(BenchRun run) {
        var used = new LinkedHashMap<Situation, Map<String, Column>>();
        var invalid = new ArrayList<CellResult>();
        for (CellResult result : run.cells()) {
            var columns = used.computeIfAbsent(new Situation(result.load(), result.scenarios()), situation -> new LinkedHashMap<>());
            var column = columns.computeIfAbsent(result.variant(), variant -> Column.empty());
            if (!result.valid()) {
                invalid.add(result);
                continue;
            }
            try {
                add(column, result, latencies(result));
            } catch (DataFormatException | BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
                invalid.add(because(result, "Its histogram of latencies is empty or damaged."));
            }
        }
        return new Cells(used, List.copyOf(invalid));
    }

    /** What a variant gave in a situation; without cells if it was not run in it. */
    Column column(Situation situation, String variant) {
        return Optional.ofNullable(used.getOrDefault(situation, Map.of()).get(variant)).orElseGet(Column::empty);
    }

    /** Why a block of a variant cannot be used, in words that follow its name. */
    String missing(Situation situation, String variant, Block block) {
        return invalid.stream()
                .filter(cell -> cell.variant().equals(variant) && cell.load().equals(situation.load())
                        && cell.scenarios().equals(situation.scenarios()) && at(cell).equals(block))
                .findFirst().map(cell -> "is invalid: " + String.join(" ", cell.invalid())).orElse("was not driven.");
    }

    private static void add(Column column, CellResult result, Histogram latencies) {
        if (latencies.getTotalCount() == 0) {
            throw new IllegalArgumentException("empty");
        }
        var micros = new EnumMap<Statistic, Double>(Arrays.stream(Statistic.values())
                .collect(toMap(statistic -> statistic, statistic -> statistic.micros(latencies))));
        column.cells().put(at(result), new Cell(result, latencies.getTotalCount(), micros));
        column.merged().add(latencies);
    }

    private static Block at(CellResult result) {
        return new Block(result.session(), result.block());
    }

    private static Histogram latencies(CellResult result) throws DataFormatException {
        return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(result.latency())), 0);
    }

    private static CellResult because(CellResult result, String reason) {
        return result.doubted(List.of(reason));
    }
}
