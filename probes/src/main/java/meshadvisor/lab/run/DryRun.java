package meshadvisor.lab.run;

import java.util.List;

/**
 * What an API server says to a plan that is not carried out.
 *
 * @param refused what it would not take, whole sentences
 * @param checked objects that it checked as if they were made, by kind, such as {@code 4 × Namespace}
 * @param unchecked objects of which it only said that it serves their kind: their namespaces do not exist yet, and without these it checks nothing
 */
public record DryRun(List<String> refused, List<String> checked, List<String> unchecked) {}
