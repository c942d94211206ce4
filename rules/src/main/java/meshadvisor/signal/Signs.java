package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import meshadvisor.catalog.Sign;
import meshadvisor.model.Container;
import meshadvisor.model.Container.EnvVar;
import meshadvisor.model.Evidence;
import meshadvisor.model.ImageReference;
import meshadvisor.model.Pod;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Finds signs of the catalogue in pods. */
final class Signs {

    /** A sign that was seen. */
    record Seen(String says, Evidence evidence) {}

    /** A sign and its number in the list of signs. */
    private record Numbered(int number, Sign sign) {}

    private record Hit(int number, Seen seen) {}

    private final Patterns<Numbered> byVariable = new Patterns<>();
    private final Patterns<Numbered> byAnnotation = new Patterns<>();
    private final Patterns<Numbered> byWord = new Patterns<>();
    private final Patterns<Numbered> byImage = new Patterns<>();

    Signs(List<Sign> signs) {
        for (int i = 0; i < signs.size(); i++) {
            Sign sign = signs.get(i);
            add(byVariable, sign.env(), new Numbered(i, sign));
            add(byAnnotation, sign.annotation(), new Numbered(i, sign));
            add(byWord, sign.word(), new Numbered(i, sign));
            add(byImage, sign.image(), new Numbered(i, sign));
        }
    }

    private static void add(Patterns<Numbered> patterns, String pattern, Numbered sign) {
        if (!pattern.isEmpty()) {
            patterns.add(pattern, sign);
        }
    }

    /** The signs that the pods of a workload show, in the order of the signs. Proxies of a mesh speak for themselves only. */
    List<Seen> in(Workload workload, Membership member) {
        List<Hit> hits = new ArrayList<>();
        Pod pod = workload.pod();
        for (Container container : pod.containers()) {
            if (container.role() != Container.Role.INIT && !member.proxies().contains(container)) {
                inContainer(workload, container, hits);
            }
        }
        pod.annotations().forEach((name, value) -> byAnnotation.fitting(name).stream().filter(n -> counts(n.sign, value))
                .forEach(n -> hits.add(hit(n, workload, "annotation " + name, value))));
        hits.sort(Comparator.comparingInt(Hit::number));
        return hits.stream().map(Hit::seen).toList();
    }

    private void inContainer(Workload workload, Container container, List<Hit> hits) {
        for (EnvVar variable : container.env()) {
            for (Numbered sign : byVariable.fitting(variable.name())) {
                if (counts(sign.sign, variable.value())) {
                    hits.add(hit(sign, workload, "variable " + variable.name(), variable.value()));
                }
            }
        }
        container.words().forEach(w -> byWord.fitting(w.value()).forEach(n -> hits.add(hit(n, workload, "argument", w))));
        container.env().forEach(
                v -> byWord.fitting(v.value().value()).forEach(n -> hits.add(hit(n, workload, "variable " + v.name(), v.value()))));
        byImage.fitting(ImageReference.name(container.image().value()))
                .forEach(n -> hits.add(hit(n, workload, "image " + container.image(), container.image())));
    }

    private static boolean counts(Sign sign, Text value) {
        return sign.values().isEmpty() ? value.given() : sign.values().contains(value.value().toLowerCase(Locale.ROOT));
    }

    private static Hit hit(Numbered sign, Workload workload, String what, Text value) {
        String says = sign.sign.says();
        return new Hit(sign.number,
                new Seen(says, new Evidence(workload.meta().name() + " has the " + what + " (" + says + ")", value.place())));
    }
}
