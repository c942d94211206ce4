package meshadvisor.rule;

import java.util.List;

/** What all rules say of a system. */
public record Verdicts(List<Finding> findings, List<NotAssessed> notAssessed) {

    public Verdicts {
        findings = findings.stream().sorted().distinct().toList();
        notAssessed = List.copyOf(notAssessed);
    }
}
