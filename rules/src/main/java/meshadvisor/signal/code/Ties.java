package meshadvisor.signal.code;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Says;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.ImageReference;
import meshadvisor.model.PlainName;
import meshadvisor.model.Workload;

/**
 * Finds the program of a workload by names, the surest way first. Where a way leads to several programs, nobody knows which. Programs are kept
 * under their names, so that a workload costs no more where there are many of them.
 */
final class Ties {

    private static final List<String> KINDS = List.of("api", "app");

    /** A workload by its names. */
    private record Known(Set<String> images, Set<String> names) {
        Stream<String> all() {
            return Stream.concat(images.stream(), names.stream()).filter(n -> !n.isEmpty());
        }
    }

    /**
     * One way from a name of a program to a workload.
     *
     * @param called under which words a program is kept
     * @param asked under which words one is looked for
     */
    private record Way(String how, Function<Name, Stream<String>> called, Function<Known, Stream<String>> asked) {}

    private record Fitting(List<Program> programs, Way way) {}

    private static final List<Way> WAYS = List.of(
            new Way("as --source says", n -> said(n, Says.USER), k -> k.names.stream()),
            new Way("which builds its image", n -> said(n, Says.IMAGE), k -> k.images.stream()),
            new Way("which builds an image of its name", n -> said(n, Says.IMAGE), k -> k.names.stream()),
            new Way("called like its image", n -> Stream.of(plain(n)), k -> plain(k.images)),
            new Way("called like it", n -> Stream.of(plain(n)), k -> plain(k.names)),
            new Way("called nearly like it", n -> near(Names.last(n.text()), true), k -> k.all().flatMap(i -> near(i, false))),
            new Way("whose name ends like it", n -> ends(Names.last(n.text()), true), k -> k.all().flatMap(i -> ends(i, false))));

    private final List<Program> programs;
    private final List<Map<String, SortedSet<Integer>>> byWay;

    Ties(Code code) {
        this.programs = code.programs().stream().filter(p -> !p.languages().isEmpty()).toList();
        this.byWay = WAYS.stream().map(this::kept).toList();
    }

    private Map<String, SortedSet<Integer>> kept(Way way) {
        Map<String, SortedSet<Integer>> kept = new HashMap<>();
        for (int i = 0; i < programs.size(); i++) {
            int number = i;
            programs.get(i).names().stream().flatMap(way.called)
                    .forEach(word -> kept.computeIfAbsent(word, w -> new TreeSet<>()).add(number));
        }
        return kept;
    }

    /** What was found: one program, or several that fit as well, or none; and why. */
    record Found(List<Program> programs, Evidence evidence) {}

    /**
     * The program of a workload.
     *
     * @param services names of the Services before it
     */
    Found of(Workload workload, Set<String> services) {
        Set<String> images = new LinkedHashSet<>();
        workload.pod().containers().stream().filter(c -> c.role() == Container.Role.REGULAR)
                .forEach(c -> images.add(ImageReference.name(c.image().value())));
        Set<String> names = new LinkedHashSet<>(services);
        names.add(workload.meta().name());
        return first(new Known(images, names)).map(f -> new Found(f.programs, evidence(workload, f.programs.getFirst(), f.way)))
                .orElseGet(() -> new Found(List.of(), Evidence.of("no folder of the code is called like " + workload.meta().name())));
    }

    /** The program of an image alone, as the init containers of a pod have it; empty where several fit. */
    Optional<Program> ofImage(String name) {
        return first(new Known(Set.of(name), Set.of())).map(Fitting::programs).filter(p -> p.size() == 1).map(List::getFirst);
    }

    /** What the surest way finds that finds anything. */
    private Optional<Fitting> first(Known known) {
        for (int i = 0; i < WAYS.size(); i++) {
            Map<String, SortedSet<Integer>> kept = byWay.get(i);
            SortedSet<Integer> numbers = new TreeSet<>();
            WAYS.get(i).asked.apply(known).forEach(word -> numbers.addAll(kept.getOrDefault(word, Collections.emptySortedSet())));
            if (!numbers.isEmpty()) {
                return Optional.of(new Fitting(outermost(numbers.stream().map(programs::get).toList()), WAYS.get(i)));
            }
        }
        return Optional.empty();
    }

    private static Evidence evidence(Workload workload, Program program, Way way) {
        return new Evidence("the code of " + workload.meta().name() + " is in " + program.folder() + ", " + way.how, program.place());
    }

    private static Stream<String> said(Name name, Says by) {
        return name.by() == by ? Stream.of(name.text()) : Stream.empty();
    }

    private static String plain(Name name) {
        return PlainName.of(Names.last(name.text()));
    }

    private static Stream<String> plain(Set<String> names) {
        return names.stream().filter(n -> !n.isEmpty()).map(PlainName::of);
    }

    /** They differ by a word for the kind alone: {@code cart-svc} and {@code cart-service}, {@code cart} and {@code cart-api}. */
    private static Stream<String> near(String name, boolean kept) {
        String plain = PlainName.of(name);
        String own = kept ? "is " : "of ";
        String other = kept ? "of " : "is ";
        return Stream.concat(Stream.of("bare " + Names.bare(name), own + plain), KINDS.stream().map(k -> other + plain + k));
    }

    /** One ends with the other, and both say enough by themselves. */
    private static Stream<String> ends(String name, boolean kept) {
        String whole = kept ? "is " : "end ";
        String end = kept ? "end " : "is ";
        return Names.telling(name)
                ? Stream.concat(Stream.of(whole + name), IntStream.range(0, name.length()).filter(i -> name.charAt(i) == '-')
                        .mapToObj(i -> end + name.substring(i + 1)))
                : Stream.empty();
    }

    /** Of programs inside one another the outermost alone. */
    private static List<Program> outermost(List<Program> programs) {
        Set<String> folders = programs.stream().map(Program::folder).collect(Collectors.toSet());
        return programs.stream().filter(p -> above(p.folder()).noneMatch(folders::contains)).toList();
    }

    private static Stream<String> above(String folder) {
        return IntStream.range(0, folder.length()).filter(i -> folder.charAt(i) == '/').mapToObj(i -> folder.substring(0, i));
    }
}
