package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Trait;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/** What the code tells of the whole system. */
public final class CodeReadings {

    /** Where nobody gave code, the tree goes on as if it did nothing, and says so. */
    public static final Evidence NOT_GIVEN =
            Evidence.of("no code was given (--source DIR), so what the code does is unknown; it is taken as no");

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
            String names = Tally.names(all.stream().filter(c -> !c.known()).toList());
            return new Reading.Unknown(Gap.of(open.id(), open.what(), open.why() + ", and the code of " + found + " of " + all.size()
                    + " application services was found; not that of " + names, open.remedy()));
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("the code of all " + found + " application services is here; that it may be changed is assumed"));
        all.stream().flatMap(c -> c.ties().stream()).sorted().limit(SHOWN).forEach(evidence::add);
        resilience(all).stream().limit(SHOWN).forEach(evidence::add);
        return Reading.flag(true, evidence);
    }

    /**
     * Whether the applications encrypt and identify one another: by mutual TLS, SPIFFE, or the sidecars of Dapr, which do both. No where nobody
     * gave code, for nothing shows it then; unknown where only code that is missing could lack it.
     */
    public static Reading encrypts(World world) {
        Tally tally = Tally.of(world, Trait.MUTUAL_TLS, Trait.SPIFFE, Trait.DAPR);
        if (!tally.shown().isEmpty() && tally.lacking().isEmpty() && !tally.open().isEmpty()) {
            return new Reading.Unknown(Gap.of("applications-encrypt", "whether every application service speaks mutual TLS",
                    tally.evidence("mutual TLS").getFirst().sentence(), "give the rest of the code: --source DIR"));
        }
        boolean every = tally.all() > 0 && tally.shown().size() == tally.all();
        List<Evidence> evidence = tally.all() == 0 ? List.of(NOT_GIVEN) : tally.evidence("mutual TLS");
        return Reading.flag(every, every ? evidence : Stream.concat(evidence.stream(), oneSided(world)).toList());
    }

    /** TLS without certificates of callers: encryption, and no identity. */
    private static Stream<Evidence> oneSided(World world) {
        return Coded.all(world).stream().filter(c -> !c.shows(Trait.MUTUAL_TLS))
                .flatMap(c -> Stream.of(Trait.TLS_SERVER, Trait.TLS_CLIENT).flatMap(t -> c.sites(t).stream()).limit(1)
                        .map(s -> new Evidence(
                                c.name() + " speaks TLS with " + s.library() + ", and no certificate of a caller is asked for",
                                s.place())))
                .limit(SHOWN);
    }

    /** Whether the applications check who calls: yes where all do, no where the code of all was read and none does. */
    public static Reading authorizes(World world, Gap open) {
        Tally tally = Tally.of(world, Trait.AUTHENTICATION);
        if (tally.all() == 0) {
            return new Reading.Unknown(open);
        }
        List<Evidence> evidence = tally.evidence("checks of tokens or keys");
        boolean none = tally.shown().isEmpty() && tally.open().isEmpty();
        return none || tally.shown().size() == tally.all() ? Reading.flag(!none, evidence)
                : new Reading.Unknown(
                        Gap.of(open.id(), open.what(), open.why() + ", and " + evidence.getFirst().sentence(), open.remedy()));
    }

    /** Whether at least half of the services decide by feature flags; unknown where code that is missing could make it half. */
    public static Reading flags(World world) {
        Tally tally = Tally.of(world, Trait.FEATURE_FLAG);
        int shown = tally.shown().size();
        if (shown == 0) {
            return Reading.flag(false, tally.all() == 0 ? List.of(NOT_GIVEN) : List.of());
        }
        List<Evidence> evidence = tally.evidence("feature flags");
        boolean half = shown * 2 >= tally.all();
        return half || (shown + tally.open().size()) * 2 < tally.all() ? Reading.flag(half, evidence)
                : new Reading.Unknown(Gap.of("flags-in-use", "whether the services decide by feature flags",
                        evidence.getFirst().sentence(), "give the rest of the code: --source DIR"));
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
        for (Coded coded : all) {
            coded.evidence(Trait.DAPR).stream().limit(1)
                    .map(e -> new Evidence(e.sentence() + ", whose sidecar can retry and break", e.place()))
                    .forEach(evidence::add);
            Stream.of(Trait.DISCOVERY, Trait.CLIENT_BALANCING).flatMap(t -> coded.evidence(t).stream()).limit(1)
                    .map(e -> new Evidence(e.sentence() + ", which finds or chooses instances itself", e.place())).forEach(evidence::add);
        }
        return evidence;
    }

    /** That a service is written in a language. */
    public static Evidence writtenIn(Coded coded, String language) {
        return new Evidence(coded.name() + " is written in " + language, coded.place());
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
