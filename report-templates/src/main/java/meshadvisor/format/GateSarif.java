package meshadvisor.format;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.format.Sarif.Described;
import meshadvisor.gate.Check;
import meshadvisor.gate.GateReport;

/** A gate as SARIF. */
final class GateSarif {

    private static final String PRECISION = "very-high";

    private GateSarif() {}

    static Sarif.Run of(GateReport report, Tool tool) {
        List<Notice> notices = GateNotices.of(report);
        return new Sarif.Run(tool.version(), "meshadvisor-gate/", rules(report, notices, tool), notices);
    }

    private static SortedMap<String, Described> rules(GateReport report, List<Notice> notices, Tool tool) {
        SortedMap<String, Described> rules = new TreeMap<>();
        notices.forEach(n -> {
            String title = tool.titles().getOrDefault(n.rule(), Words.capital(n.rule().replace('-', ' ')));
            String page = tool.titles().containsKey(n.rule()) ? n.rule() : "budget";
            rules.put(n.rule(), new Described(title, title + ". More: meshadvisor explain " + page, PRECISION));
        });
        for (Check check : report.checks()) {
            String id = check.budget().metric().id();
            if (rules.containsKey(id)) {
                rules.put(id, new Described(Words.capital(check.budget().metric().title()), check.budget().metric().says(), PRECISION));
            }
        }
        return rules;
    }
}
