package meshadvisor.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Need;
import meshadvisor.catalog.Question;
import meshadvisor.model.Answers;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Application;
import meshadvisor.signal.ClusterSignals;
import meshadvisor.signal.Environments;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/** Applies the decision tree to a system. It knows no mesh by name. */
public final class Advisor {

    private final World world;
    private final ClusterSignals signals;
    private final List<Tree.OfNeed> trees;
    private final Ranking ranking;

    private Advisor(World world) {
        this.world = world;
        this.signals = new ClusterSignals(world);
        this.trees = Tree.read(world.catalogue().library());
        this.ranking = new Ranking(world.catalogue());
    }

    /**
     * Advises.
     *
     * @param consider ids of variants or vendors that the user proposes
     */
    public static Advice advise(World world, Set<String> consider) {
        List<String> unknown = unknown(world.catalogue(), consider);
        if (!unknown.isEmpty()) {
            throw new CatalogueMistake("--consider", String.join("; ", unknown));
        }
        return new Advisor(world).advise(consider);
    }

    /** What is wrong with proposals: one sentence for each that names no variant and no vendor of the catalogue. */
    public static List<String> unknown(Catalogue catalogue, Set<String> consider) {
        Set<String> ids = consider.isEmpty() ? Set.of() : new Ranking(catalogue).ids();
        String known = ids.stream().sorted().collect(Collectors.joining(", "));
        return consider.stream().filter(c -> !ids.contains(c)).map(c -> c + ": unknown mesh; those that can be judged are " + known)
                .toList();
    }

    private Advice advise(Set<String> consider) {
        Decision decision = decide(world);
        List<Ranked> ranked = ranking.rank(signals, decision.active(world), world.answers().requirements());
        Flips flips = new Flips(world, decision, this::decide, this::withCount);
        List<Advice.Asked> asked = flips.questions();
        Verdict verdict = new Verdict(decision.outcome(), decision.mesh(), confidence(decision, asked), why(decision), flips.all(),
                namespaces(decision));
        return new Advice(verdict, decision.needs(), ranked, asked, considered(consider, decision));
    }

    private Decision decide(World changed) {
        return Decision.of(changed, signals.after(changed), trees, ranking);
    }

    private Decision withCount(int services) {
        Reading count = Reading.amount(services, List.of(Evidence.of("if there were " + services + " application services")));
        return Decision.of(world, signals.with("application-services", count), trees, ranking);
    }

    /** Of what was read and answered: a fact that nobody told and whose answer alone would turn the verdict leaves it in doubt. */
    private Confidence confidence(Decision decision, List<Advice.Asked> asked) {
        boolean nothingCounted = world.count() == 0;
        boolean gaps = world.snapshot().inputs().gaps().stream().anyMatch(g -> !g.id().equals("note"))
                || world.snapshot().inputs().understood() < world.snapshot().inputs().documents();
        boolean borderline =
                decision.needs().stream().anyMatch(n -> decision.active(world).contains(n.need()) && n.borderline().isPresent());
        if (nothingCounted || decision.outcome() == Outcome.UNDECIDED) {
            return Confidence.LOW;
        }
        boolean open = decision.needs().stream().anyMatch(n -> decision.active(world).contains(n.need()) && n.mesh() == Truth.UNKNOWN);
        boolean guessed =
                world.mesh().filter(MeshSeen::runs).map(MeshSeen::implied).orElse(false) || Environments.suspected(world).isPresent();
        boolean assumed = asked.stream().anyMatch(a -> a.alone() && world.catalogue().questions().contains(a.question()));
        return gaps || borderline || open || guessed || assumed ? Confidence.MEDIUM : Confidence.HIGH;
    }

    private List<String> why(Decision decision) {
        List<String> why = new ArrayList<>();
        Set<Need> active = decision.active(world);
        world.mesh().ifPresent(m -> why.add(m.marks().name() + " is "
                + (m.runs() ? "there" : "configured, but no control plane, injection or proxy is in the scan") + ": "
                + m.deciding().getFirst()));
        decision.needs().stream().filter(n -> active.contains(n.need()))
                .forEach(n -> why.add(n.need().title() + " (" + (n.stated() == Truth.YES ? "stated" : "observed") + "): " + n.because()));
        if (active.isEmpty()) {
            why.add("No need was stated"
                    + (world.mesh().isPresent() ? uncounted(decision) : "; a mesh answers needs, not architectures."));
        }
        boolean few = world.count() < world.catalogue().threshold("mesh-minimum");
        if (few && decision.outcome() != Outcome.ADOPT && decision.outcome() != Outcome.KEEP) {
            why.add(world.count() + (world.count() == 1 ? " application service is" : " application services are") + " fewer than "
                    + (int) world.catalogue().threshold("mesh-minimum")
                    + ", below which the course calls adopting a mesh a mistake.");
        }
        return why;
    }

    /** What a mesh that does not run is told to do, nobody has today: it is no need until somebody says so. */
    private static String uncounted(Decision decision) {
        String observed = decision.needs().stream().filter(n -> n.observed() == Truth.YES && n.stated() == Truth.UNKNOWN)
                .map(n -> "\"" + n.need().title() + "\"").collect(Collectors.joining(", "));
        return observed.isEmpty() ? " and none that counts was observed."
                : ", and what was observed does not count: " + observed + " is only configured, and nothing runs that would do it.";
    }

    /** Namespaces of the applications, each with the mesh of its members: those without a member have none. */
    private List<Verdict.OfNamespace> namespaces(Decision decision) {
        List<Verdict.OfNamespace> all = new ArrayList<>();
        Set<String> names = new TreeSet<>(world.applications().counted().stream().map(Application::namespace).collect(Collectors.toSet()));
        boolean runs = world.mesh().map(MeshSeen::runs).orElse(false);
        for (String name : names) {
            boolean everywhere = !runs || world.mesh().map(m -> m.marks().cni()).orElse(false);
            Optional<String> variant = world.variant(name).or(() -> everywhere ? Optional.of(decision.mesh()) : Optional.empty());
            all.add(new Verdict.OfNamespace(name, variant.isPresent() ? decision.outcome() : Outcome.NO_MESH, variant.orElse("")));
        }
        return all;
    }

    private List<Advice.Considered> considered(Set<String> consider, Decision decision) {
        if (consider.isEmpty()) {
            return List.of();
        }
        Set<Need> all = new LinkedHashSet<>();
        List<Ranked> ranked = ranking.rank(signals, all, world.answers().requirements());
        List<Advice.Considered> judged = new ArrayList<>();
        for (String wanted : new TreeSet<>(consider)) {
            List<Ranked> meant = ranked.stream().filter(r -> r.variant().id().equals(wanted) || r.vendor().equals(wanted)).toList();
            meant.forEach(r -> judged.add(new Advice.Considered(r, gives(r, decision), breaks(r.variant()), instead(decision))));
        }
        return judged;
    }

    private List<String> gives(Ranked ranked, Decision decision) {
        List<String> gives = new ArrayList<>();
        for (NeedAnswer answer : decision.needs()) {
            for (String capability : answer.need().capabilities()) {
                world.catalogue().capabilities().stream()
                        .filter(c -> c.variant().equals(ranked.variant().id()) && c.capability().equals(capability))
                        .map(c -> answer.need().title() + ": " + capability + " is " + state(c)).forEach(gives::add);
            }
        }
        return gives.stream().distinct().toList();
    }

    /** What would break on the first day, with what shows it. */
    private List<String> breaks(Variant variant) {
        List<String> breaks = new ArrayList<>();
        for (Variant.Criterion criterion : variant.dayOne()) {
            if (criterion.when().test(signals, world.catalogue()::threshold) == Truth.YES) {
                List<Evidence> seen = criterion.when().signals().distinct().sorted().flatMap(s -> signals.of(s).seenAt().stream()).toList();
                String places = seen.stream().limit(3).map(Evidence::toString).collect(Collectors.joining("; "));
                String more = seen.size() > 3 ? "; and " + (seen.size() - 3) + " more" : "";
                breaks.add(criterion.because() + " Seen: " + places + more + ". (" + criterion.source() + ")");
            }
        }
        return breaks;
    }

    private static String state(Capability capability) {
        String from = capability.from().isEmpty() ? "" : " from " + capability.from();
        return capability.state().name().toLowerCase(Locale.ROOT) + from + ". " + capability.note() + " (" + capability.source() + ", "
                + capability.date() + ")";
    }

    private static List<String> instead(Decision decision) {
        return decision.needs().stream().sorted(Comparator.comparing((NeedAnswer n) -> n.stated() != Truth.YES))
                .map(n -> n.need().title() + ": " + n.code() + ". " + n.because()).toList();
    }

    /** Questions that are open, for texts. */
    static List<Question> open(World world) {
        Answers answers = world.answers();
        return world.catalogue().questions().stream()
                .filter(q -> !answers.facts().containsKey(q.id()) || answers.facts().get(q.id()).unknown())
                .toList();
    }

    /** Gaps of all needs, each once. */
    public static List<Gap> gaps(Advice advice) {
        return advice.needs().stream().flatMap(n -> n.gaps().stream()).distinct().sorted().toList();
    }
}
