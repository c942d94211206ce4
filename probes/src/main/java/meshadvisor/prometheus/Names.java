package meshadvisor.prometheus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import meshadvisor.catalog.MetricSource;
import meshadvisor.catalog.MetricSource.Ends;
import meshadvisor.catalog.MetricSource.View;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.model.Observed.Peer;
import meshadvisor.prometheus.Vector.Row;

/** What the labels of one view of a source say. */
record Names(MetricSource source, Ends from, Ends to) {

    /** Of whom a series speaks. */
    record Key(Peer from, Peer to, String protocol, Encryption encryption) {}

    static Names of(MetricSource source, View view) {
        return new Names(source, view.from().isEmpty() ? source.from() : view.from().getFirst(),
                view.to().isEmpty() ? source.to() : view.to().getFirst());
    }

    /** Every label that is needed, each once. */
    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>(from.name());
        labels.addAll(from.namespace());
        labels.addAll(to.name());
        labels.addAll(to.namespace());
        labels.add(source.protocol().label());
        labels.add(source.encryption().label());
        labels.remove("");
        return labels;
    }

    Key key(Row row) {
        String protocol = known(row.label(source.protocol().label()));
        String value = row.label(source.encryption().label());
        Encryption encryption = source.encryption().means().stream().filter(m -> m.value().equals(value)).map(MetricSource.Meaning::says)
                .findFirst().orElse(Encryption.NO_DATA);
        return new Key(peer(from, row), peer(to, row), (protocol.isEmpty() ? source.protocol().otherwise() : protocol)
                .toLowerCase(Locale.ROOT), encryption);
    }

    private Peer peer(Ends ends, Row row) {
        String name = first(ends.name(), row);
        String namespace = first(ends.namespace(), row);
        return name.isEmpty() ? new Peer(ends.fixed().isEmpty() ? "" : namespace, ends.fixed()) : Hosts.peer(name, namespace);
    }

    private String first(List<String> labels, Row row) {
        return labels.stream().map(l -> known(row.label(l))).filter(v -> !v.isEmpty()).findFirst().orElse("");
    }

    private String known(String value) {
        return source.unknown().contains(value) ? "" : value;
    }
}
