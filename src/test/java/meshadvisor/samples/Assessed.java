package meshadvisor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meshadvisor.tree.Node;

/** A report, as a reader of its JSON sees it. */
record Assessed(Node report) {

    /** What an expectation calls a need whose answer waits for a fact: it ends at no leaf. */
    static final String OPEN = "open";

    /** A finding. */
    record Finding(String code, String severity, String object, String message) {
        @Override
        public String toString() {
            return code + " " + severity + " " + object;
        }
    }

    String outcome() {
        return report.at("verdict", "outcome").text();
    }

    /** Empty for none. */
    String mesh() {
        return report.at("verdict", "mesh").text();
    }

    int services() {
        return report.at("services", "application").items().size();
    }

    List<String> leftOut() {
        return report.at("services", "leftOut").items().stream().map(left -> left.get("name").text()).distinct().toList();
    }

    /** The leaf at which each active need ends: needs that are stated, or observed where a data plane is there. */
    Map<String, String> leaves() {
        Map<String, String> leaves = new TreeMap<>();
        report.get("needs").items().stream().filter(this::active).forEach(need -> leaves.put(need.get("id").text(), leaf(need)));
        return leaves;
    }

    private static String leaf(Node need) {
        return need.get("answer").text().equals("ASK") ? OPEN : need.get("leaf").text();
    }

    private boolean active(Node need) {
        boolean dataPlane = report.get("mesh").items().stream().anyMatch(mesh -> mesh.get("evidence").text().equals("data-plane"));
        String stated = need.get("stated").text();
        return stated.equals("yes") || stated.equals("unknown") && dataPlane && need.get("observed").text().equals("yes");
    }

    /** The other answer of each active need whose count lies near a threshold, such as {@code 20 MESH}. */
    Map<String, String> borderlines() {
        Map<String, String> borderlines = new TreeMap<>();
        report.get("needs").items().stream().filter(this::active).filter(need -> need.get("borderline").present())
                .forEach(need -> borderlines.put(need.get("id").text(),
                        need.at("borderline", "threshold").text() + " " + need.at("borderline", "other").text()));
        return borderlines;
    }

    /** The answers to the needs that people stated, such as {@code mtls: CERT_MANAGER}. */
    List<String> answersToStatedNeeds() {
        return report.get("needs").items().stream().filter(need -> need.get("stated").text().equals("yes"))
                .map(need -> need.get("id").text() + ": " + need.get("answer").text()).toList();
    }

    List<Finding> findings() {
        return report.get("findings").items().stream().map(Assessed::finding).toList();
    }

    private static Finding finding(Node finding) {
        Node object = finding.get("object");
        String key = object.get("kind").text() + "/" + object.get("namespace").text() + "/" + object.get("name").text();
        return new Finding(finding.get("code").text(), finding.get("severity").text(), key, finding.get("message").text());
    }
}
