package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import meshadvisor.catalog.Library;
import meshadvisor.model.ObjectKey;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Severity;

/** What is wrong today and not only to be watched: one for each rule and object, however often the rule speaks of it. */
record Wrong(Ground ground) {

    /** Of an object with more findings than these the rest is counted. */
    private static final int TOLD = 3;

    /** In the order of the findings. */
    List<Map<String, Object>> all() {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        ground.findings().stream().filter(f -> f.severity() == Severity.ERROR && f.applies() == Rule.Applies.NOW)
                .forEach(f -> groups.computeIfAbsent(List.of(f.rule(), f.object()), key -> new ArrayList<>()).add(f));
        return groups.values().stream().map(this::item).toList();
    }

    private Map<String, Object> item(List<Finding> findings) {
        Finding first = findings.getFirst();
        ObjectKey key = first.object();
        Map<String, Object> one = new LinkedHashMap<>(new Holes(ground).object(key));
        one.put("rule", first.rule());
        one.put("code", first.code());
        one.put("object", key.toString());
        one.put("resource", Holes.resource(key));
        one.put("told", told(findings.stream().map(Finding::message).distinct().toList()));
        remedy(first.rule()).ifPresent(remedy -> one.put("remedy", remedy));
        return one;
    }

    private static String told(List<String> messages) {
        String some = messages.stream().limit(TOLD).collect(Collectors.joining(" "));
        return messages.size() <= TOLD ? some : some + " And " + (messages.size() - TOLD) + " more of the same kind.";
    }

    /** As the rule says it, in one line; what could not be read has no rule, and says itself what to do. */
    private Optional<String> remedy(String rule) {
        Library library = ground.world().catalogue().library();
        String path = "rules/" + rule + "/rule.yaml";
        return library.paths("rules/", "/rule.yaml").stream().filter(path::equals).findFirst()
                .map(p -> library.read(p, Rule.class).remedy().strip().replaceAll("\\s+", " "));
    }
}
