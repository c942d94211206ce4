package meshadvisor.dialect.istio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import meshadvisor.dialect.ChartValues;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Evidence;
import meshadvisor.model.Install;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads what makes an operator install Istio. */
final class Operators {

    private static final Pattern VERSIONED_REVISION = Pattern.compile("\\d+-\\d+(-\\d+)?");

    private Operators() {}

    /** Profiles that bring no control plane are left out, unless it is switched on. */
    static void istioOperator(Item item, Facts facts) {
        Node pilot = item.spec().at("components", "pilot", "enabled");
        String profile = item.spec().get("profile").text();
        boolean wanted = Nodes.filled(pilot) ? Nodes.isTrue(pilot) : !profile.equals("empty");
        if (!wanted) {
            return;
        }
        String chart = profile.equals("remote") ? "istiod-remote" : profile.equals("ambient") ? "ambient" : "istiod";
        Text version = version(item);
        Text revision = item.text(item.spec().get("revision"));
        List<Evidence> via = List.of();
        if (!version.given() && VERSIONED_REVISION.matcher(revision.value()).matches()) {
            version = new Text(revision.value().replace('-', '.'), revision.place());
            via = List.of(new Evidence("the revision " + revision + " is named after its version", revision.place()));
        }
        install(item, facts, new Source("IstioOperator", chart, version, via));
    }

    static void sailOperator(Item item, Facts facts) {
        Text version = item.text(item.spec().get("version")); // written v1.24.0, unlike everywhere else
        String chart = item.spec().get("profile").text().equals("ambient") ? "ambient" : "istiod";
        install(item, facts,
                new Source("Sail operator", chart, new Text(version.value().replaceFirst("^v(?=\\d)", ""), version.place()), List.of()));
    }

    private record Source(String tool, String chart, Text version, List<Evidence> via) {}

    private static void install(Item item, Facts facts, Source source) {
        List<Text> versions = source.version().given() ? List.of(source.version()) : List.of();
        facts.installs
                .add(new Install(item.meta(), source.tool(), new Text(source.chart(), item.meta().place()), source.version(), versions,
                        source.via(), namespace(item), values(item)));
    }

    /** Mesh settings have a place of their own here; in charts they are values too. */
    private static Map<String, Text> values(Item item) {
        Map<String, Text> values = new LinkedHashMap<>(ChartValues.of(item, item.spec().get("values")));
        ChartValues.of(item, item.spec().get("meshConfig")).forEach((path, value) -> values.put("meshConfig." + path, value));
        return values;
    }

    private static Text version(Item item) {
        Node tag = Nodes.either(item.spec(), "tag");
        Node global = item.spec().at("values", "global", "tag");
        Node pilot = item.spec().at("components", "pilot", "tag");
        return item.text(Nodes.filled(tag) ? tag : Nodes.filled(global) ? global : pilot);
    }

    private static String namespace(Item item) {
        String stated = item.spec().get("namespace").text();
        String global = item.spec().at("values", "global", "istioNamespace").text();
        return !stated.isEmpty() ? stated : !global.isEmpty() ? global : item.meta().namespace();
    }
}
