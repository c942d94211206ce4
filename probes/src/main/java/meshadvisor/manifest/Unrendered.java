package meshadvisor.manifest;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import meshadvisor.model.Gap;
import meshadvisor.model.Install;
import meshadvisor.model.Place;

/** Finds sources that have to be rendered before their objects can be seen: Helm charts, templates, and charts that delivery tools install. */
final class Unrendered {

    private Unrendered() {}

    static void find(List<FileReading> files) {
        Set<String> charts = new TreeSet<>();
        files.stream().filter(f -> f.chart).forEach(f -> charts.add(f.folder()));
        TreeMap<String, FileReading> templates = new TreeMap<>();
        for (FileReading file : files) {
            if (file.templateLine > 0) {
                String chart = chart(file, charts);
                templates.putIfAbsent(chart.isEmpty() ? file.file : chart, file);
            }
        }
        charts.forEach(
                c -> templates.putIfAbsent(c, files.stream().filter(f -> f.chart && f.folder().equals(c)).findFirst().orElseThrow()));
        templates.forEach((source, file) -> file.facts.gaps.add(gap(source, file, charts.contains(source))));
        files.forEach(f -> f.facts.installs.forEach(i -> f.facts.gaps.add(gap(i))));
    }

    /** The folder of the chart to which a template belongs: the nearest with a Chart.yaml, else the parent of {@code templates}. */
    private static String chart(FileReading file, Set<String> charts) {
        String folder = file.folder();
        for (String at = folder; !at.isEmpty(); at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
            if (charts.contains(at)) {
                return at;
            }
        }
        int templates = ("/" + folder + "/").lastIndexOf("/templates/");
        return templates > 0 ? folder.substring(0, templates - 1) : "";
    }

    private static Gap gap(String source, FileReading file, boolean chart) {
        Place place = new Place(file.file, Math.max(1, file.templateLine), 1);
        boolean folder = chart || !source.equals(file.file);
        String command =
                folder ? "helm template " + source + " | meshadvisor assess -f -" : "helm template CHART | meshadvisor assess -f -";
        return new Gap("unrendered-source", "what the Helm " + (folder ? "chart " : "template ") + source + " makes",
                "it is a template and was not rendered", command, place);
    }

    private static Gap gap(Install install) {
        String version = install.version().given() ? " --version " + install.version() : "";
        return new Gap("unrendered-source",
                "what the chart " + install.chart() + " of " + install.tool() + " " + install.meta().name() + " installs",
                "the chart is not in the scan", "helm template " + install.meta().name() + " REPOSITORY/" + install.chart() + version
                        + " | meshadvisor assess -f -",
                install.chart().place());
    }
}
