package meshadvisor.catalog;

import java.util.Comparator;
import java.util.List;
import meshadvisor.model.Observed.Encryption;

/**
 * Metrics that tell who calls whom, how often, how fast and how protected.
 *
 * @param source id, the name of the file
 * @param precedence where two sources see one destination, that of the smaller number counts
 * @param from labels that name the caller
 * @param to labels that name who is called
 * @param unknown values of labels that mean "not known"
 * @param views what to ask in which order: an edge that an earlier view has seen is not taken from a later one
 * @param series what to ask of each view; of several with one measure the first that has a number counts
 * @param documented where the names stand
 * @param date when they were read there, {@code yyyy-mm}
 * @param remedy what to do where the series are there and name neither end
 */
public record MetricSource(String source, String name, int precedence, Ends from, Ends to, Word protocol, Protection encryption,
        List<String> unknown, List<View> views, List<Series> series, String documented, String date, String remedy) {

    /**
     * The labels that name one end; of several the first with a known value counts.
     *
     * @param fixed the name where no label tells it, may be empty
     */
    public record Ends(List<String> name, List<String> namespace, String fixed) {
        public Ends {
            name = Given.list(name);
            namespace = Given.list(namespace);
            fixed = Given.or(fixed, "");
        }
    }

    /**
     * A word that a label tells.
     *
     * @param otherwise the word where it does not
     */
    public record Word(String label, String otherwise) {
        public Word {
            label = Given.or(label, "");
            otherwise = Given.or(otherwise, "");
        }
    }

    /**
     * How the values of a label tell the protection; what they do not tell is no data.
     *
     * @param label empty where no label tells it
     */
    public record Protection(String label, List<Meaning> means) {
        public Protection {
            label = Given.or(label, "");
            means = Given.list(means);
        }
    }

    /** What one value of a label says. */
    public record Meaning(String value, Encryption says) {
        public Meaning {
            Given.needed(value, "value");
            Given.needed(says, "says");
        }
    }

    /**
     * One way to look at the same traffic, such as the report of the called side.
     *
     * @param matchers in PromQL, without braces; may be empty
     * @param from other labels for the caller, if any
     * @param to other labels for who is called, if any
     */
    public record View(String view, String matchers, List<Ends> from, List<Ends> to) {
        public View {
            Given.needed(view, "view");
            matchers = Given.or(matchers, "");
            from = Given.list(from);
            to = Given.list(to);
        }
    }

    /** What a series measures. */
    public enum Measure {
        /** A counter of requests. */
        REQUESTS,
        /** A counter of requests that failed on the server's side. */
        FAILED,
        /** A counter of bytes to the called side. */
        BYTES_SENT,
        /** A counter of bytes from the called side. */
        BYTES_RECEIVED,
        /** A histogram of latencies, by its buckets. */
        LATENCY,
        /** A counter that only shows that there is traffic. */
        PRESENCE
    }

    /** The unit of a latency. */
    public enum Unit {
        /** Milliseconds. */
        MS,
        /** Seconds. */
        S
    }

    /**
     * A metric.
     *
     * @param matchers further ones, in PromQL; may be empty
     * @param unit of a latency; milliseconds for all else, where it says nothing
     */
    public record Series(Measure measure, String metric, String matchers, Unit unit) {
        @SuppressWarnings("ConstantValue") // binding gives null for a field that is left out
        public Series {
            Given.needed(measure, "measure");
            Given.needed(metric, "metric");
            matchers = Given.or(matchers, "");
            if (measure == Measure.LATENCY) {
                Given.needed(unit, "unit");
            }
            unit = unit == null ? Unit.MS : unit;
        }
    }

    @SuppressWarnings("ConstantValue")
    public MetricSource {
        Given.needed(source, "source");
        Given.needed(name, "name");
        Given.needed(from, "from");
        Given.needed(to, "to");
        Given.needed(documented, "documented");
        Given.needed(date, "date");
        protocol = protocol == null ? new Word("", "") : protocol;
        encryption = encryption == null ? new Protection("", List.of()) : encryption;
        unknown = Given.list(unknown);
        views = Given.list(views);
        series = Given.list(series);
        remedy = Given.or(remedy, "");
        if (views.isEmpty() || series.isEmpty()) {
            throw new IllegalArgumentException("a source of metrics has views and series");
        }
    }

    /** All sources of the knowledge, those that know most first. */
    public static List<MetricSource> all(Library library) {
        for (String path : library.paths("metrics/", ".yaml")) {
            String name = library.read(path, MetricSource.class).source();
            if (!path.equals("metrics/" + name + ".yaml")) {
                throw new CatalogueMistake(path, "\"source\" must be the name of the file, not \"" + name + "\"");
            }
        }
        return library.readAll("metrics/", ".yaml", MetricSource.class).stream()
                .sorted(Comparator.comparingInt(MetricSource::precedence).thenComparing(MetricSource::source)).toList();
    }
}
