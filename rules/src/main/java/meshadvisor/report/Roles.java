package meshadvisor.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.catalog.Reads;

/** The roles that are enough to read a cluster, as manifests: made of the same list as the reading itself, so that they never ask for more. */
public final class Roles {

    private static final String NAME = "meshadvisor";
    private static final String PROXIED = "meshadvisor-prometheus";
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final int WIDTH = 120;
    private static final List<String> READ = List.of("get", "list");

    private final List<Reads> reads;
    private final Set<String> withoutNamespace;
    private final Set<String> optIns;

    /**
     * @param withoutNamespace names of kinds that a Role of a namespace cannot grant
     * @param optIns options that the user gave, for kinds that are not read without
     */
    public Roles(List<Reads> reads, Collection<String> withoutNamespace, Set<String> optIns) {
        this.reads = List.copyOf(reads);
        this.withoutNamespace = Set.copyOf(withoutNamespace);
        this.optIns = Set.copyOf(optIns);
    }

    /** Resources of one API group, and what they are good for. */
    private record Rule(String group, List<String> resources, List<String> why) {}

    /** A ClusterRole and its binding. */
    public String cluster() {
        StringBuilder out = new StringBuilder("""
                # All that meshadvisor reads of a cluster, and nothing else: it changes nothing and never asks for Secrets.
                # Put the name of who shall read into the binding at the end, then: kubectl apply -f FILE
                """);
        head(out, "ClusterRole", "");
        rules(reads).forEach(r -> rule(out, r));
        out.append("""
                  # what the cluster serves
                  - nonResourceURLs: [/version, /api, /api/*, /apis, /apis/*]
                    verbs: [get]
                  # for meshadvisor rbac --check: questions about one's own rights, which change nothing
                  - apiGroups: [authorization.k8s.io]
                    resources: [selfsubjectaccessreviews, selfsubjectrulesreviews]
                    verbs: [create]
                """);
        binding(out, "ClusterRole", NAME, "");
        return out.toString();
    }

    /**
     * A Role and its binding to ask one Service through the API server, to be printed after the others.
     *
     * @param service as paths name it: {@code prometheus:9090}, {@code https:prometheus:web}
     */
    public static String proxied(String namespace, String service) {
        StringBuilder out = new StringBuilder("""
                ---
                # for --prometheus-service: GET through the API server to this Service and port alone, whatever answers there
                """);
        out.append("apiVersion: ").append(RBAC).append("/v1\nkind: Role\n");
        metadata(out, PROXIED, namespace);
        out.append("rules:\n  - apiGroups: [\"\"]\n    resources: [services/proxy]\n    resourceNames: [\"").append(service)
                .append("\"]\n    verbs: [get]\n");
        binding(out, "Role", PROXIED, namespace);
        return out.toString();
    }

    /** A Role and its binding for each namespace, and what cannot be seen with them. */
    public String namespaced(Collection<String> namespaces) {
        List<Reads> lost = split(Scope.NONE);
        StringBuilder out = new StringBuilder("""
                # What meshadvisor reads of single namespaces, with -n for each of them. It changes nothing and never asks for Secrets.
                # These kinds stand in no namespace, no Role can grant them, and the report says of each that it was not seen:
                """);
        lost.forEach(r -> out.append("# - ").append(String.join(", ", names(r))).append(": ").append(r.why()).append('\n'));
        out.append("""
                # Nor are other namespaces: a control plane, gateways and policies for the whole mesh stand in one of their own.
                # Put the name of who shall read into the bindings, then: kubectl apply -f FILE
                """);
        boolean first = true;
        for (String namespace : namespaces) {
            out.append(first ? "" : "---\n");
            first = false;
            head(out, "Role", namespace);
            rules(split(Scope.NAMESPACE)).forEach(r -> rule(out, r));
            binding(out, "Role", NAME, namespace);
        }
        return out.toString();
    }

    private enum Scope {
        NAMESPACE, NONE
    }

    /** What is read of kinds that stand in a namespace, or that stand in none. */
    private List<Reads> split(Scope scope) {
        List<Reads> some = new ArrayList<>();
        for (Reads r : reads) {
            List<String> plurals = r.resources().stream()
                    .filter(p -> withoutNamespace.contains(Reads.name(r.group(), p)) == (scope == Scope.NONE)).toList();
            if (!plurals.isEmpty()) {
                some.add(new Reads(r.group(), plurals, r.form(), r.optIn(), r.leftAlone(), r.why()));
            }
        }
        return some;
    }

    private static List<String> names(Reads reads) {
        return reads.resources().stream().map(p -> Reads.name(reads.group(), p)).toList();
    }

    /** One rule for each API group. */
    private Collection<Rule> rules(List<Reads> all) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        all.stream().filter(r -> r.optIn().isEmpty() || optIns.contains(r.optIn())).filter(r -> !r.resources().isEmpty()).forEach(r -> {
            Rule rule = rules.computeIfAbsent(r.group(), g -> new Rule(g, new ArrayList<>(), new ArrayList<>()));
            rule.resources.addAll(r.resources());
            rule.why.add(r.why());
        });
        return rules.values();
    }

    private static void head(StringBuilder out, String kind, String namespace) {
        out.append("apiVersion: ").append(RBAC).append("/v1\nkind: ").append(kind).append('\n');
        metadata(out, NAME, namespace);
        out.append("rules:\n");
    }

    private static void metadata(StringBuilder out, String name, String namespace) {
        out.append("metadata:\n  name: ").append(name).append('\n');
        if (!namespace.isEmpty()) {
            out.append("  namespace: ").append(namespace).append('\n');
        }
    }

    private static void rule(StringBuilder out, Rule rule) {
        rule.why.forEach(why -> out.append("  # ").append(why).append('\n'));
        out.append("  - apiGroups: [").append(rule.group.isEmpty() ? "\"\"" : rule.group).append("]\n");
        out.append(list("    resources: [", rule.resources)).append('\n');
        out.append(list("    verbs: [", READ)).append('\n');
    }

    /** A list on as many lines as it needs. */
    private static String list(String start, List<String> words) {
        StringBuilder text = new StringBuilder(start);
        int column = start.length();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i + 1 < words.size() ? "," : "]");
            if (i > 0 && column + 1 + word.length() > WIDTH) {
                text.append("\n      ");
                column = 6;
            } else if (i > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.toString();
    }

    private static void binding(StringBuilder out, String kind, String name, String namespace) {
        out.append("---\napiVersion: ").append(RBAC).append("/v1\nkind: ").append(kind).append("Binding\n");
        metadata(out, name, namespace);
        out.append(List.of("roleRef:", "  apiGroup: " + RBAC, "  kind: " + kind, "  name: " + name, "subjects:",
                "  # a user, by the name that kubectl auth whoami shows", "  - kind: User", "    apiGroup: " + RBAC, "    name: YOU",
                "  # or a group", "  # - kind: Group", "  #   apiGroup: " + RBAC, "  #   name: GROUP",
                "  # or a service account, for a Job in the cluster", "  # - kind: ServiceAccount", "  #   name: " + NAME,
                "  #   namespace: NAMESPACE").stream().collect(joining("\n", "", "\n")));
    }
}
