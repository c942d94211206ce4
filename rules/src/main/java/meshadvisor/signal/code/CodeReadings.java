package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Trait;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/** What the code tells of the whole system. */
public final class CodeReadings {

    private static final int SHOWN = 10;

    private CodeReadings() {}

    /**
     * Whether the code can be changed: yes where the code of every application service is here. That somebody may change what he has is an
     * assumption, and the evidence says so; a statement of people counts more.
     */
    public static Reading changeable(World world, Gap open) {
        List<Coded> all = Coded.all(world);
        long found = all.stream().filter(Coded::known).count();
        if (all.isEmpty()) {
            return new Reading.Unknown(open);
        }
        if (found < all.size()) {
            List<String> missing = all.stream().filter(c -> !c.known()).map(Coded::name).toList();
            String names = String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size())));
            return new Reading.Unknown(Gap.of(open.id(), open.what(), open.why() + ", and the code of " + found + " of " + all.size()
                    + " application services was found; not that of " + names, open.remedy()));
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("the code of all " + found + " application services is here; that it may be changed is assumed"));
        all.stream().flatMap(c -> c.ties().stream()).sorted().limit(SHOWN).forEach(evidence::add);
        resilience(all).stream().limit(SHOWN).forEach(evidence::add);
        return Reading.flag(true, evidence);
    }

    /** What guards calls already. */
    private static List<Evidence> resilience(List<Coded> all) {
        List<Evidence> evidence = new ArrayList<>();
        for (Coded coded : all) {
            coded.guards().stream().map(s -> new Evidence(coded.name() + " uses " + s.library() + switch (s.guarding()) {
                case CALL -> " around a call";
                case DATASTORE -> " around a database only";
                case NOTHING -> "; around what was not seen";
            }, s.place())).forEach(evidence::add);
        }
        return evidence;
    }

    /** Evidence by language, of the services whose code was found. */
    public static SortedMap<String, List<Evidence>> languages(List<Coded> all) {
        SortedMap<String, List<Evidence>> languages = new TreeMap<>();
        for (Coded coded : all) {
            coded.languages().forEach(l -> languages.computeIfAbsent(l, k -> new ArrayList<>())
                    .add(new Evidence(coded.name() + " is written in " + l, coded.place())));
        }
        return languages;
    }

    /** What sends metrics or traces, one piece of evidence for each library. */
    public static List<Evidence> telemetry(Coded coded) {
        List<Evidence> evidence = new ArrayList<>(coded.evidence(Trait.TRACING));
        evidence.addAll(coded.evidence(Trait.METRICS));
        SortedMap<String, Evidence> first = new TreeMap<>();
        evidence.stream().sorted(Comparator.naturalOrder()).forEach(e -> first.putIfAbsent(e.sentence(), e));
        return List.copyOf(first.values());
    }
}
