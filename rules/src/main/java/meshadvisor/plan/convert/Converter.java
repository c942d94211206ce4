package meshadvisor.plan.convert;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meshadvisor.model.Attached;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Conduct;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.convert.Remark.Fate;

/** Writes the configuration of a snapshot again for a way, object by object. It knows no mesh by name. */
public final class Converter {

    private final ClusterSnapshot snapshot;
    private final ConversionPattern pattern;
    private final Cluster cluster;
    private final Map<ObjectKey, List<Conduct>> conducts;
    private final Map<ObjectKey, List<Attached>> attached;
    private final Map<String, List<Conduct>> about = new HashMap<>();
    private final Map<Backends.Part, Backends.Name> subsets = new HashMap<>();
    private final Set<String> before;

    /**
     * For one way.
     *
     * @param namespaces what the cluster calls a namespace that an object states
     */
    public Converter(ClusterSnapshot snapshot, ConversionPattern pattern, UnaryOperator<String> namespaces) {
        this.snapshot = snapshot;
        this.pattern = pattern;
        this.cluster = new Cluster(snapshot, namespaces);
        this.conducts = snapshot.traffic().conducts().stream().collect(groupingBy(c -> c.meta().key()));
        this.attached = snapshot.policies().attached().stream().collect(groupingBy(a -> a.meta().key()));
        snapshot.traffic().conducts().stream().filter(c -> !c.rules().isEmpty())
                .forEach(c -> subjects(c).forEach(s -> about.computeIfAbsent(s, key -> new ArrayList<>()).add(c)));
        this.before = before();
    }

    /**
     * What became of an object.
     *
     * @param written objects in its place
     */
    public record Converted(List<Object> written, List<Remark> remarks) {

        /** Nothing was to be done. */
        public static final Converted NOTHING = new Converted(List.of(), List.of());

        public Converted {
            written = List.copyOf(written);
            remarks = List.copyOf(remarks);
        }
    }

    /** The object again. Where several definitions of it were read, nothing is written: nobody knows which one holds. */
    public Converted of(ObjectKey key) {
        Draft draft = new Draft(pattern);
        List<Conduct> routing = conducts.getOrDefault(key, List.of());
        List<Attached> attaching = attached.getOrDefault(key, List.of());
        if (routing.size() + attaching.size() > 1) {
            List<Meta> metas = snapshot.definitions().stream().filter(d -> d.key().equals(key)).toList();
            draft.block("", metas.getLast().place(), "It is defined " + metas.size() + " times, first at " + metas.getFirst().place()
                    + "; leave one of them, and plan again.");
        } else {
            routing.forEach(c -> conduct(draft, c));
            attaching.stream().filter(a -> pattern.attaching().concerns(a.meta().key().kind()))
                    .forEach(a -> new Policies(draft, cluster, before).write(a));
        }
        return draft.result();
    }

    private void conduct(Draft draft, Conduct conduct) {
        rivals(draft, conduct);
        new Routes(draft, cluster, subsets, conduct).write();
    }

    /** Objects about the same host: who wins among them was left to their age, and is left to the most specific condition now. */
    private void rivals(Draft draft, Conduct conduct) {
        if (conduct.rules().isEmpty()) {
            return;
        }
        subjects(conduct).flatMap(s -> about.getOrDefault(s, List.of()).stream())
                .filter(other -> other.inside() == conduct.inside() && !other.meta().key().equals(conduct.meta().key())).distinct()
                .forEach(other -> draft.tell(Fate.DIFFERS, "hosts", conduct.meta().place(), other.meta().key() + " (" + other.meta().place()
                        + ") is about the same host. The rules of both compete as those of one object from now on: the most specific condition wins, then the older object."));
    }

    /** What its hosts mean: the Service where one was seen, else what is written. */
    private Stream<String> subjects(Conduct conduct) {
        return conduct.hosts().stream().map(Text::value).map(host -> cluster.service(host, cluster.namespace(conduct.meta()))
                .map(s -> s.meta().key().toString()).orElse(host)).distinct();
    }

    /** Namespaces in which something has to stand before the Services, because of what is converted. */
    private Set<String> before() {
        Set<String> all = new TreeSet<>();
        snapshot.policies().attached().stream().filter(a -> Policies.moves(a, pattern.attaching()))
                .forEach(a -> all.add(cluster.namespace(a.meta())));
        snapshot.traffic().conducts().stream().filter(c -> c.inside() && !c.rules().isEmpty()).flatMap(c -> c.hosts().stream()
                .flatMap(h -> cluster.service(h.value(), cluster.namespace(c.meta())).stream()))
                .forEach(s -> all.add(cluster.namespace(s.meta())));
        return all;
    }
}
