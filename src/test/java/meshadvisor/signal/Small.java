package meshadvisor.signal;

import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.model.Answers;
import meshadvisor.support.Scan;

/** Small manifests in one line each, and what is counted in them. */
record Small(String manifests, Answers answers) {

    /** Documents that belong together. */
    static Small of(String... documents) {
        return new Small(String.join("\n---\n", documents), Answers.NONE);
    }

    Small with(Answers stated) {
        return new Small(manifests, stated);
    }

    /** A Deployment whose pods have the label {@code app} with its name. */
    static String deployment(String name, String image) {
        return workload("apps/v1", "Deployment", name, image, "app: " + name);
    }

    /** The pods get the labels and one container of the image. */
    static String workload(String api, String kind, String name, String image, String labels) {
        return ("{apiVersion: %s, kind: %s, metadata: {name: %s, namespace: shop}, spec: {template: {metadata: {labels: {%s}}, "
                + "spec: {containers: [{name: main, image: '%s'}]}}}}").formatted(api, kind, name, labels, image);
    }

    /** A Service over pods with the label {@code app}. */
    static String service(String name, String app) {
        return selecting(name, "app: " + app, 80);
    }

    static String selecting(String name, String selector, int port) {
        return "{apiVersion: v1, kind: Service, metadata: {name: %s, namespace: shop}, spec: {selector: {%s}, ports: [{port: %d}]}}"
                .formatted(name, selector, port);
    }

    private Applications applications() {
        return Scan.of(manifests).with(answers).world().applications();
    }

    /** Names of what counts. */
    List<String> counted() {
        return applications().counted().stream().map(Application::name).toList();
    }

    /** What does not count and why, in one text. */
    String leftOut() {
        return applications().leftOut().stream()
                .map(l -> l.object().kind() + " " + l.object().name() + ": " + l.why() + (l.doubtful() ? " (doubtful)" : ""))
                .collect(Collectors.joining("\n"));
    }

    /** Answers of the command line. */
    static Answers services(List<String> wanted, List<String> unwanted) {
        return new Answers(Answers.NONE.needs(), Answers.NONE.facts(), List.of(), said(wanted), said(unwanted), List.of());
    }

    private static List<Answers.Said> said(List<String> names) {
        return names.stream().map(Answers.Said::here).toList();
    }
}
