package meshadvisor.dialect.argo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import meshadvisor.dialect.ChartValues;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Install;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads what Argo CD installs, and names what it takes from elsewhere. */
final class Applications {

    private Applications() {}

    static void application(Item item, Facts facts) {
        read(item, facts, item.spec(), List.of(Map.of()));
    }

    static void applicationSet(Item item, Facts facts) {
        List<Map<String, Text>> elements = Generators.elements(item, item.spec().get("generators"));
        read(item, facts, item.spec().at("template", "spec"), elements.isEmpty() ? List.of(Map.of()) : elements);
    }

    private static void read(Item item, Facts facts, Node spec, List<Map<String, Text>> elements) {
        List<Node> sources = new ArrayList<>(spec.get("sources").items());
        if (Nodes.filled(spec.get("source"))) {
            sources.add(spec.get("source"));
        }
        for (Node source : sources) {
            if (Nodes.filled(source.get("chart"))) {
                install(item, facts, new Charted(source, spec.at("destination", "namespace"), elements));
            } else if (Nodes.filled(source.get("path"))) {
                facts.gaps.add(unrendered(item, source));
            }
        }
    }

    private record Charted(Node source, Node namespace, List<Map<String, Text>> elements) {}

    /** One chart has one Install with all its versions; a generated chart name makes one Install for each element. */
    private static void install(Item item, Facts facts, Charted charted) {
        Text chart = item.text(charted.source().get("chart"));
        if (!Placeholders.in(chart)) {
            facts.installs.add(install(item, charted));
            return;
        }
        for (Map<String, Text> element : charted.elements()) {
            facts.installs.add(install(item, new Charted(charted.source(), charted.namespace(), List.of(element))));
        }
    }

    private static Install install(Item item, Charted charted) {
        Text revision = item.text(charted.source().get("targetRevision"));
        List<Text> versions =
                charted.elements().stream().map(element -> Placeholders.resolve(revision, element)).filter(Text::given).distinct()
                        .toList();
        List<Evidence> via = Placeholders.in(revision)
                ? versions.stream().map(v -> new Evidence(revision + " becomes " + v + " by a generator", v.place())).toList()
                : List.of();
        Map<String, Text> first = charted.elements().getFirst();
        return new Install(item.meta(), "Argo CD " + item.kind(), Placeholders.resolve(item.text(charted.source().get("chart")), first),
                versions.isEmpty() ? Text.NONE : versions.getFirst(), versions, via,
                Placeholders.resolve(item.text(charted.namespace()), first).value(),
                ChartValues.ofHelm(item, charted.source().get("helm")));
    }

    private static Gap unrendered(Item item, Node source) {
        Node path = source.get("path");
        String repository = source.get("repoURL").text();
        return new Gap("unrendered-source", "what stands under " + path.text() + " of " + repository,
                item.meta().key() + " installs it from there; only its manifests, rendered, can be read",
                "kubectl kustomize " + path.text() + " (or helm template " + path.text() + ") in a checkout of " + repository
                        + ", and scan the result too",
                item.place(path));
    }
}
