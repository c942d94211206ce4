package meshadvisor.structure;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages of each module by their first word under {@code meshadvisor}, and who may import whom. */
final class Packages {

    /** Packages of module rules and what each imports. What a target imports may be imported with it. */
    private static final Map<String, Set<String>> RULES = Map.ofEntries(
            entry("model", Set.of()),
            entry("catalog", Set.of("model")),
            entry("signal", Set.of("model", "catalog")),
            entry("rule", Set.of("signal")),
            entry("measure", Set.of()),
            entry("bench", Set.of("catalog", "measure")),
            entry("cost", Set.of("signal", "catalog", "bench")),
            entry("simulate", Set.of("cost")),
            entry("advice", Set.of("rule", "cost", "bench")),
            entry("plan", Set.of("advice")),
            entry("report", Set.of("plan", "simulate", "measure")),
            entry("gate", Set.of("report", "measure")));

    private static final Set<String> PROBES = Set.of("tree", "files", "manifest", "dialect", "checkout", "render", "kubeconfig", "cluster",
            "snapshot", "prometheus", "traces", "lab", "source");
    private static final Set<String> REPORT_TEMPLATES = Set.of("format");
    private static final Set<String> CLI = Set.of("cli");

    /** A program of its own: imports nothing of ours, and nothing of ours imports it. */
    private static final Set<String> LOAD_GENERATOR = Set.of("load");

    /** All main classes of all modules. */
    static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("meshadvisor");

    private Packages() {}

    static Set<String> ofRules() {
        return RULES.keySet();
    }

    static Set<String> all() {
        return union(Stream.of(RULES.keySet(), PROBES, REPORT_TEMPLATES, CLI, LOAD_GENERATOR));
    }

    /** What a package may import besides itself. */
    static Set<String> importableBy(String name) {
        if (CLI.contains(name)) {
            return union(Stream.of(RULES.keySet(), PROBES, REPORT_TEMPLATES, CLI));
        }
        if (LOAD_GENERATOR.contains(name)) {
            return Set.of();
        }
        if (PROBES.contains(name)) {
            return union(Stream.of(RULES.keySet(), PROBES));
        }
        return REPORT_TEMPLATES.contains(name) ? RULES.keySet() : reachableFrom(name);
    }

    /** The first word of a class's package under {@code meshadvisor}. */
    static String of(JavaClass type) {
        return type.getPackageName().split("\\.")[1];
    }

    static String[] patterns(Stream<String> names) {
        return names.map(name -> "meshadvisor." + name + "..").toArray(String[]::new);
    }

    private static Set<String> reachableFrom(String name) {
        var direct = RULES.get(name);
        return direct.stream().flatMap(target -> Stream.concat(Stream.of(target), reachableFrom(target).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
