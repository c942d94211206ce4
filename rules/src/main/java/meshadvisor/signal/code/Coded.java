package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.model.Code.Guarding;
import meshadvisor.model.Code.Library;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Code.Standing;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Trait;
import meshadvisor.model.Workload;
import meshadvisor.signal.Application;
import meshadvisor.signal.World;

/**
 * An application service and its code.
 *
 * @param programs of its workloads, each once
 * @param ties how they were found
 * @param gaps what of its code is not known
 */
public record Coded(Application application, List<Program> programs, Coverage coverage, List<Evidence> ties, List<Gap> gaps) {

    /** How much of the code of a service was found. */
    public enum Coverage {
        FOUND,
        /** Not the code of each of its versions, or not every file that says what it needs. */
        PARTLY, NOT_FOUND
    }

    public Coded {
        programs = List.copyOf(programs);
        ties = List.copyOf(ties);
        gaps = List.copyOf(gaps);
    }

    /** Every application service with its code; none where nobody gave any. */
    public static List<Coded> all(World world) {
        return world.codebase().code().given() ? world.applications().counted().stream().map(a -> of(world, a)).toList() : List.of();
    }

    private static Coded of(World world, Application application) {
        List<Program> programs = new ArrayList<>();
        List<Evidence> ties = new ArrayList<>();
        int without = 0;
        for (Workload workload : application.workloads()) {
            Optional<Program> program = world.codebase().program(workload);
            without += program.isPresent() ? 0 : 1;
            if (program.isPresent() && !programs.contains(program.get())) {
                programs.add(program.get());
                world.codebase().evidence(workload).ifPresent(ties::add);
            }
        }
        boolean partly = without > 0 || programs.stream().anyMatch(Program::partly);
        Coverage coverage = programs.isEmpty() ? Coverage.NOT_FOUND : partly ? Coverage.PARTLY : Coverage.FOUND;
        return new Coded(application, programs, coverage, ties, gaps(world, application, coverage));
    }

    private static List<Gap> gaps(World world, Application application, Coverage coverage) {
        String name = application.name();
        List<String> fitting = application.workloads().stream().flatMap(w -> world.codebase().candidates(w).stream()).distinct().toList();
        String why = fitting.size() > 1 ? "several folders fit: " + String.join(", ", fitting)
                : "no folder, module or image of the given code is called like it";
        return switch (coverage) {
            case FOUND -> List.of();
            case PARTLY -> List.of(Gap.of("source-partly", "a part of the code of " + name,
                    "a build file was not understood, or not each of its versions has its code here",
                    "give the rest: --source " + name + "=DIR"));
            case NOT_FOUND -> List.of(Gap.of("source-not-found", "the code of " + name, why, "give it: --source " + name + "=DIR"));
        };
    }

    /** The name of the service. */
    public String name() {
        return application.name();
    }

    /** The object that stands for it in findings. */
    public ObjectKey object() {
        return application.workloads().isEmpty() ? new ObjectKey("", "Service", application.namespace(), application.name())
                : application.workloads().getFirst().meta().key();
    }

    /** Where its code begins. */
    public Place place() {
        return programs.isEmpty() ? application.place() : programs.getFirst().place();
    }

    /** Whether any of its code was found. */
    public boolean known() {
        return coverage != Coverage.NOT_FOUND;
    }

    /** Languages of its programs. */
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        programs.forEach(p -> p.languages().entrySet().stream()
                .filter(e -> e.getValue() * 4 >= p.languages().values().stream().mapToInt(i -> i).sum())
                .forEach(e -> languages.add(e.getKey())));
        return languages;
    }

    /** Whether its code or a library in use shows that. */
    public boolean shows(Trait trait) {
        return programs.stream().anyMatch(p -> p.shows(trait));
    }

    /** Places that show that. */
    public List<Site> sites(Trait trait) {
        return programs.stream().flatMap(p -> p.sites(trait).stream()).toList();
    }

    /** Calls of other services. */
    public List<Site> calls() {
        return programs.stream().flatMap(p -> p.sites().stream()).filter(s -> s.shows().stream().anyMatch(Trait::call)).toList();
    }

    /** Retries and circuit breakers around calls of other services. */
    public List<Site> guards() {
        return programs.stream().flatMap(p -> p.sites().stream())
                .filter(s -> s.shows().stream().anyMatch(Trait::guard)).toList();
    }

    /** Guards around calls. */
    public List<Site> guardsOfCalls() {
        return guards().stream().filter(s -> s.guarding() == Guarding.CALL).toList();
    }

    /** What shows that: places, then libraries that work by being there. */
    public List<Evidence> evidence(Trait trait) {
        List<Evidence> evidence = new ArrayList<>();
        sites(trait).forEach(s -> evidence.add(new Evidence(name() + " uses " + s.library(), s.place())));
        for (Program program : programs) {
            for (Library library : program.libraries()) {
                boolean counts = library.standing() == Standing.USED && library.gives().contains(trait);
                if (counts && program.sites().stream().noneMatch(s -> s.library().equals(library.name()) && s.shows().contains(trait))) {
                    evidence.add(new Evidence(name() + " has " + library.name(), library.place()));
                }
            }
        }
        return evidence;
    }
}
