package meshadvisor.plan.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import meshadvisor.model.Attached;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Conduct;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.convert.Remark.Fate;

/** Writes the configuration of a snapshot again for a way, object by object. It knows no mesh by name. */
public final class Converter {

    private final ClusterSnapshot snapshot;
    private final ConversionPattern pattern;
    private final Cluster cluster;
    private final Map<String, String> services = new HashMap<>();
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
        List<Conduct> conducts = snapshot.traffic().conducts().stream().filter(c -> c.meta().key().equals(key)).toList();
        List<Attached> attached = snapshot.policies().attached().stream().filter(a -> a.meta().key().equals(key)).toList();
        List<Meta> metas = snapshot.definitions().stream().filter(d -> d.key().equals(key)).toList();
        if (conducts.size() + attached.size() > 1) {
            draft.block("", metas.getLast().place(), "It is defined " + metas.size() + " times, first at " + metas.getFirst().place()
                    + "; leave one of them, and plan again.");
        } else {
            conducts.forEach(c -> conduct(draft, c));
            attached.stream().filter(a -> pattern.attaching().concerns(a.meta().key().kind()))
                    .forEach(a -> new Policies(draft, cluster, before).write(a));
        }
        return draft.result();
    }

    private void conduct(Draft draft, Conduct conduct) {
        rivals(draft, conduct);
        new Routes(draft, cluster, services, conduct).write();
    }

    /** Objects about the same host: who wins among them was left to their age, and is left to the most specific condition now. */
    private void rivals(Draft draft, Conduct conduct) {
        for (Conduct other : snapshot.traffic().conducts()) {
            boolean rival = !other.rules().isEmpty() && !conduct.rules().isEmpty() && other.inside() == conduct.inside()
                    && !other.meta().key().equals(conduct.meta().key());
            if (rival && conduct.hosts().stream().anyMatch(h -> other.hosts().stream().anyMatch(o -> same(h, conduct, o, other)))) {
                draft.tell(Fate.DIFFERS, "hosts", conduct.meta().place(), other.meta().key() + " (" + other.meta().place()
                        + ") is about the same host. The rules of both compete as those of one object from now on: the most specific condition wins, then the older object.");
            }
        }
    }

    private boolean same(Text host, Conduct conduct, Text other, Conduct others) {
        var one = cluster.service(host.value(), cluster.namespace(conduct.meta())).map(Service::meta).map(Meta::key);
        var two = cluster.service(other.value(), cluster.namespace(others.meta())).map(Service::meta).map(Meta::key);
        return one.isPresent() ? one.equals(two) : two.isEmpty() && host.value().equals(other.value());
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
