package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;

/** Run once after a build: does what users do most, so that a start-up cache learns which classes that takes. */
final class Training {

    private Training() {}

    /** Takes paths of systems that have a little of everything; what the commands print is of no interest, nor whether they go well. */
    public static void main(String[] args) throws ClassNotFoundException {
        Class.forName("meshadvisor.cli.Launcher"); // compiled after this class, so not known to it by name
        Outside outside = Outside.ofProcess();
        for (List<String> line : lines(List.of(args))) {
            Meshadvisor.run(line.toArray(String[]::new), outside);
        }
        System.exit(0); // as every run ends: Java loads classes even for that
    }

    private static List<List<String>> lines(List<String> systems) {
        List<List<String>> lines = new ArrayList<>();
        for (String system : systems) {
            List<String> everyFormat = new ArrayList<>(List.of("assess", system, "-o", "table"));
            Output.words().forEach(format -> everyFormat.addAll(List.of("-o", format + "=/dev/null")));
            lines.addAll(List.of(everyFormat, List.of("plan", system)));
            List.of("table", "markdown", "json").forEach(format -> lines.add(List.of("estimate", system, "-o", format)));
        }
        lines.add(List.of("simulate", "surge", systems.getLast(), "--mesh", "istio-sidecar", "--runs", "10", "--minutes", "5"));
        lines.addAll(List.of(List.of("explain", "mtls"), List.of("rules", "list"), List.of("catalog"), List.of("--version"),
                List.of("assess", "--help")));
        return lines;
    }
}
