package meshadvisor.gate;

import java.util.List;
import java.util.Optional;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;

/** Every metric that is known, in the order of their file. */
public record Metrics(List<Metric> all) {

    private static final String FILE = "gate/metrics.yaml";

    public Metrics {
        all = List.copyOf(all);
    }

    /**
     * Those of a library.
     *
     * @throws CatalogueMistake if two have one name
     */
    public static Metrics of(Library library) {
        List<Metric> all = library.readList(FILE, "metrics", Metric.class);
        if (all.stream().map(Metric::id).distinct().count() != all.size()) {
            throw new CatalogueMistake(FILE, "two metrics have one id");
        }
        return new Metrics(all);
    }

    /** The one of that name. */
    public Optional<Metric> of(String id) {
        return all.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** The same, money in that currency. */
    public Metrics in(String currency) {
        return new Metrics(all.stream().map(m -> m.in(currency)).toList());
    }

    /** Their names. */
    public List<String> ids() {
        return all.stream().map(Metric::id).toList();
    }
}
