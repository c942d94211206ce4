package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import meshadvisor.catalog.Sign;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.Pod;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Finds signs of the catalogue in pods. */
final class Signs {

    /** A sign that was seen. */
    record Seen(String says, Evidence evidence) {}

    private Signs() {}

    /** The signs that the pods of a workload show, in the order of the signs. Proxies of a mesh speak for themselves only. */
    static List<Seen> in(Workload workload, Membership member, List<Sign> signs) {
        List<Seen> seen = new ArrayList<>();
        Pod pod = workload.pod();
        for (Sign sign : signs) {
            pod.longRunning().filter(c -> !member.proxies().contains(c)).forEach(c -> inContainer(workload, c, sign, seen));
            if (!sign.annotation().isEmpty()) {
                pod.annotations().forEach((name, value) -> {
                    if (Images.matches(sign.annotation(), name) && counts(sign, value)) {
                        seen.add(seen(sign, workload, "annotation " + name, value));
                    }
                });
            }
        }
        return seen;
    }

    private static void inContainer(Workload workload, Container container, Sign sign, List<Seen> seen) {
        if (!sign.env().isEmpty()) {
            container.env().stream().filter(e -> Images.matches(sign.env(), e.name()) && counts(sign, e.value()))
                    .forEach(e -> seen.add(seen(sign, workload, "variable " + e.name(), e.value())));
        }
        if (!sign.word().isEmpty()) {
            container.words().stream().filter(w -> Images.matches(sign.word(), w.value()))
                    .forEach(w -> seen.add(seen(sign, workload, "argument", w)));
            container.env().stream().filter(e -> Images.matches(sign.word(), e.value().value()))
                    .forEach(e -> seen.add(seen(sign, workload, "variable " + e.name(), e.value())));
        }
        if (!sign.image().isEmpty() && Images.matches(sign.image(), VersionText.imageName(container.image().value()))) {
            seen.add(seen(sign, workload, "image " + container.image(), container.image()));
        }
    }

    private static boolean counts(Sign sign, Text value) {
        return sign.values().isEmpty() ? value.given() : sign.values().contains(value.value().toLowerCase(Locale.ROOT));
    }

    private static Seen seen(Sign sign, Workload workload, String what, Text value) {
        return new Seen(sign.says(), new Evidence(workload.meta().name() + " has the " + what + " (" + sign.says() + ")", value.place()));
    }
}
