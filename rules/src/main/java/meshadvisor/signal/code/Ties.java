package meshadvisor.signal.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Says;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.ImageReference;
import meshadvisor.model.PlainName;
import meshadvisor.model.Workload;

/** Finds the program of a workload by names, the surest way first. Where a way leads to several programs, nobody knows which. */
final class Ties {

    /** A workload by its names. */
    private record Known(Set<String> images, Set<String> names) {}

    /** One way from a name of a program to a workload. */
    private record Way(String how, BiPredicate<Name, Known> fits) {}

    private static final List<Way> WAYS = List.of(
            new Way("as --source says", (n, k) -> n.by() == Says.USER && k.names.contains(n.text())),
            new Way("which builds its image", (n, k) -> n.by() == Says.IMAGE && k.images.contains(n.text())),
            new Way("which builds an image of its name", (n, k) -> n.by() == Says.IMAGE && k.names.contains(n.text())),
            new Way("called like its image", (n, k) -> any(k.images, i -> PlainName.of(i).equals(PlainName.of(Names.last(n.text()))))),
            new Way("called like it", (n, k) -> any(k.names, i -> PlainName.of(i).equals(PlainName.of(Names.last(n.text()))))),
            new Way("called nearly like it",
                    (n, k) -> any(all(k), i -> Names.near(i, Names.last(n.text())))),
            new Way("whose name ends like it", (n, k) -> any(all(k), i -> Names.endsLike(i, Names.last(n.text())))));

    private final Code code;

    Ties(Code code) {
        this.code = code;
    }

    /** What was found: one program, or several that fit as well, or none; and why. */
    record Found(List<Program> programs, Evidence evidence) {}

    /**
     * The program of a workload.
     *
     * @param services names of the Services before it
     */
    Found of(Workload workload, List<String> services) {
        Set<String> images = new LinkedHashSet<>();
        workload.pod().containers().stream().filter(c -> c.role() == Container.Role.REGULAR)
                .forEach(c -> images.add(ImageReference.name(c.image().value())));
        Set<String> names = new LinkedHashSet<>(services);
        names.add(workload.meta().name());
        Known known = new Known(images, names);
        for (Way way : WAYS) {
            List<Program> fitting = outermost(code.programs().stream().filter(p -> !p.languages().isEmpty())
                    .filter(p -> p.names().stream().anyMatch(n -> way.fits.test(n, known))).toList());
            if (!fitting.isEmpty()) {
                return new Found(fitting, evidence(workload, fitting.getFirst(), way));
            }
        }
        return new Found(List.of(), Evidence.of("no folder of the code is called like " + workload.meta().name()));
    }

    private static Evidence evidence(Workload workload, Program program, Way way) {
        return new Evidence("the code of " + workload.meta().name() + " is in " + program.folder() + ", " + way.how, program.place());
    }

    private static Set<String> all(Known known) {
        Set<String> all = new LinkedHashSet<>(known.images);
        all.addAll(known.names);
        return all;
    }

    private static boolean any(Set<String> names, Predicate<String> fits) {
        return names.stream().filter(n -> !n.isEmpty()).anyMatch(fits);
    }

    /** Of programs inside one another the outermost alone. */
    private static List<Program> outermost(List<Program> programs) {
        return programs.stream()
                .filter(p -> programs.stream().noneMatch(o -> p.folder().startsWith(o.folder() + "/"))).toList();
    }
}
