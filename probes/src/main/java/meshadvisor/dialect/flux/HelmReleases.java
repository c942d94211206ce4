package meshadvisor.dialect.flux;

import java.util.List;

import meshadvisor.dialect.ChartValues;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.model.Install;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads HelmReleases. */
final class HelmReleases {

    private HelmReleases() {}

    /** With {@code chartRef} the chart stands in a source, which is usually named like it; its version is not known here. */
    static void read(Item item, Facts facts) {
        Node chart = item.spec().at("chart", "spec");
        Text name = item.text(chart.get("chart"));
        Text version = item.text(chart.get("version"));
        String target = item.spec().get("targetNamespace").text();
        facts.installs.add(
                new Install(item.meta(), "Flux HelmRelease", name.given() ? name : item.text(item.spec().at("chartRef", "name")), version,
                        version.given() ? List.of(version) : List.of(), List.of(), target.isEmpty() ? item.meta().namespace() : target,
                        ChartValues.of(item, item.spec().get("values"))));
    }
}
