package meshadvisor.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Encoded histograms (HdrHistogram V2, deflated, in base 64), as logs and files carry them. */
public final class Histograms {

    /** As the load generator records: from 1 ns to 60 s with three significant digits. */
    private static final long HIGHEST_NANOS = 60_000_000_000L;

    private static final int DIGITS = 3;

    private Histograms() {}

    /**
     * Adds histograms bucket by bucket, so that quantiles of the sum are those of all values.
     *
     * @return the sum, encoded; empty if there is nothing in it
     * @throws IllegalArgumentException if one is no such histogram
     */
    public static String sum(List<String> encoded) {
        Histogram sum = new Histogram(HIGHEST_NANOS, DIGITS);
        sum.setAutoResize(true);
        encoded.forEach(each -> sum.add(decode(each)));
        return sum.getTotalCount() == 0 ? "" : encode(sum);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is no such histogram
     */
    public static Histogram decode(String encoded) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), HIGHEST_NANOS);
        } catch (DataFormatException | RuntimeException e) {
            throw new IllegalArgumentException("no histogram: " + e.getMessage(), e);
        }
    }

    /** How many values are in one; an empty text holds none. */
    public static long count(String encoded) {
        return encoded.isEmpty() ? 0 : decode(encoded).getTotalCount();
    }

    /**
     * A quantile, in the unit of the histogram.
     *
     * @param quantile such as 0.99
     * @throws IllegalArgumentException if it is no such histogram
     */
    public static double quantile(String encoded, double quantile) {
        return (double) decode(encoded).getValueAtPercentile(quantile * 100);
    }

    /** Writes one. */
    public static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
