package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import meshadvisor.model.Attached;
import meshadvisor.model.Attached.Clause;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.plan.book.ConversionPattern.Attaching;
import meshadvisor.plan.convert.Remark.Fate;

/**
 * Writes what is attached to pods by labels so that it is attached to Services, or to what stands before a namespace. Only what judges HTTP moves: the rest is
 * enforced where it was.
 *
 * @param before namespaces in which something will stand before the Services
 */
record Policies(Draft draft, Cluster cluster, Set<String> before) {

    private static final String ALLOW = "ALLOW";
    private static final String DENY = "DENY";
    private static final int MOST_TARGETS = 16;

    /** Whether it cannot stay with the pods. */
    static boolean moves(Attached attached, Attaching attaching) {
        String kind = attached.meta().key().kind();
        boolean judges = attached.clauses().stream().anyMatch(c -> !c.http().isEmpty())
                || !attached.action().isEmpty() && !attached.action().equals(ALLOW) && !attached.action().equals(DENY);
        return attached.targets().isEmpty() && (attaching.always().contains(kind) || attaching.judged().contains(kind) && judges);
    }

    void write(Attached attached) {
        Attaching attaching = draft.pattern().attaching();
        if (!attached.targets().isEmpty()) {
            draft.tell(Fate.STAYS, "targetRefs", attached.meta().place(), "It is attached by targetRefs already.");
        } else if (moves(attached, attaching)) {
            effects(attached, attaching);
            move(attached, attaching);
        } else if (attached.clauses().stream().anyMatch(Clause::callers) && before.contains(cluster.namespace(attached.meta()))) {
            draft.tell(Fate.STAYS, "selector", attached.meta().place(), attaching.callers());
        }
    }

    /** What it does as long as it is where it was. */
    private void effects(Attached attached, Attaching attaching) {
        boolean always = attaching.always().contains(attached.meta().key().kind());
        boolean told = false;
        for (Clause clause : attached.clauses()) {
            for (Text field : clause.http()) {
                told = true;
                draft.tell(Fate.NEEDS, field.value(), field.place(),
                        effect(attaching, always ? "always" : effect(attached.action(), clause)));
            }
        }
        if (!told) {
            draft.tell(Fate.NEEDS, "", attached.meta().place(), effect(attaching, always ? "always" : "other"));
        }
    }

    private static String effect(String action, Clause clause) {
        return switch (action) {
            case "", ALLOW -> "allow";
            case DENY -> clause.plain() ? "deny-partly" : "deny";
            default -> "other";
        };
    }

    private static String effect(Attaching attaching, String name) {
        return attaching.effects().getOrDefault(name, "");
    }

    private void move(Attached attached, Attaching attaching) {
        List<Object> targets = targets(attached, attaching);
        if (targets.isEmpty()) {
            draft.block("selector", attached.meta().place(),
                    "No Service was seen whose pods have these labels, so there is nothing to attach it to. "
                            + "Attach it by targetRefs to what is called.");
            return;
        }
        String namespace = cluster.namespace(attached.meta());
        String kind = attached.meta().key().kind();
        String name = cluster.names().fresh(kind, namespace, attached.meta().name() + "-attached");
        Map<String, Object> tree = Tree.object(attached.meta().key().group() + "/" + attached.meta().version(), kind, namespace, name);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("targetRefs", targets);
        attached.spec().forEach((field, value) -> {
            if (!field.equals("selector")) {
                spec.put(field, value);
            }
        });
        tree.put("spec", spec);
        draft.write(tree);
        draft.tell(Fate.NEEDS, "", attached.meta().place(),
                "Apply " + name + " when what it is attached to is in the way of the requests, look at what it decides, and delete the old "
                        + kind + " at once then.");
    }

    private List<Object> targets(Attached attached, Attaching attaching) {
        if (attached.selector().isEmpty()) {
            boolean root = cluster.namespace(attached.meta()).equals(attaching.root());
            return List.of(root ? attaching.everywhere() : attaching.entrance());
        }
        List<Object> targets = new ArrayList<>();
        List<Service> services = cluster.services(cluster.namespace(attached.meta()));
        List<Workload> workloads = cluster.workloads(cluster.namespace(attached.meta()));
        for (Service service : services) {
            List<Workload> behind = workloads.stream().filter(w -> service.selects(w.pod())).toList();
            List<Workload> meant = behind.stream().filter(w -> has(w, attached.selector())).toList();
            if (!meant.isEmpty() && targets.size() < MOST_TARGETS) {
                targets.add(Tree.of("group", "", "kind", "Service", "name", service.meta().name()));
            }
            if (!meant.isEmpty() && meant.size() < behind.size()) {
                draft.tell(Fate.DIFFERS, "selector", attached.meta().place(), "The Service " + service.meta().name()
                        + " has other pods, too: "
                        + behind.stream().filter(w -> !meant.contains(w)).map(w -> w.meta().name()).distinct().sorted().toList()
                        + ". It holds for them as well from now on.");
            }
        }
        workloads.stream().filter(w -> has(w, attached.selector()) && services.stream().noneMatch(s -> s.selects(w.pod())))
                .forEach(w -> draft.tell(Fate.LOST, "selector", attached.meta().place(),
                        "No Service leads to " + w.kind().toLowerCase(Locale.ROOT) + "/" + w.meta().name()
                                + ", so nothing protects it any more."));
        return targets.stream().distinct().toList();
    }

    private static boolean has(Workload workload, Map<String, String> labels) {
        return labels.entrySet().stream().allMatch(l -> workload.pod().label(l.getKey()).value().equals(l.getValue()));
    }
}
