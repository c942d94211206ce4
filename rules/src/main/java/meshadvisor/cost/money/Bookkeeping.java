package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.money.Item.Every;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.money.LineKind.Role;
import meshadvisor.cost.money.LineKind.Timing;
import meshadvisor.cost.overhead.Part;

/** Makes the sheets. One set of draws serves all of them, so that differences between answers are those of the answers. */
final class Bookkeeping {

    static final String NODES = "nodes";

    private final Prices prices;
    private final Counts counts;
    private final Compute compute;
    private final Ledger ledger;
    private final Trials trials = new Trials();

    Bookkeeping(Prices prices, Counts counts, Compute compute, Ledger ledger) {
        this.prices = prices;
        this.counts = counts;
        this.compute = compute;
        this.ledger = ledger;
    }

    /** What a line is made of, before it is drawn. */
    private record Draft(List<Term> terms, List<String> parts, Optional<Value> instead) {
        Draft {
            terms = List.copyOf(terms);
            parts = List.copyOf(parts);
        }

        static Draft of(List<Term> terms, List<String> parts) {
            return new Draft(terms, parts, Optional.empty());
        }

        static Draft without(Value value) {
            return new Draft(List.of(), List.of(), Optional.of(value));
        }
    }

    /** The sheet of an answer. */
    Sheet sheet(Option option, int months) {
        Map<LineKind, Draft> drafts = new EnumMap<>(LineKind.class);
        for (LineKind kind : LineKind.values()) {
            drafts.put(kind, draft(option, kind));
        }
        List<Line> lines = new ArrayList<>();
        List<String> open = new ArrayList<>(option.unseen());
        Sum once = new Sum();
        Map<Counting, Sum> monthly = new EnumMap<>(Counting.class);
        List.of(Counting.values()).forEach(by -> monthly.put(by, new Sum()));
        drafts.forEach((kind, draft) -> {
            double[] values = trials.sum(draft.terms);
            Said said = Saids.of(draft.terms);
            Value value = draft.instead.orElseGet(() -> new Value.Money(Range.of(values), said));
            lines.add(new Line(kind, value, draft.parts));
            if (value instanceof Value.Unknown unknown) {
                open.add(kind.title() + ": " + unknown.why());
            }
            if (draft.instead.isEmpty() && kind.timing() == Timing.ONCE && kind.role() == Role.COUNTED) {
                once.add(values, said.basis() == Basis.ASSUMED);
            } else if (draft.instead.isEmpty() && kind.timing() == Timing.MONTHLY) {
                monthly.forEach((by, sum) -> sum.add(kind, by, values, said));
            }
        });
        Map<Counting, Sum> horizons = new EnumMap<>(Counting.class);
        monthly.forEach((by, sum) -> horizons.put(by, once.plus(sum, months)));
        List<Sheet.Counted> counts = monthly.entrySet().stream()
                .map(e -> new Sheet.Counted(e.getKey(), e.getValue().total(), sum(horizons, e.getKey()).total(),
                        Arrays.stream(e.getValue().all).boxed().toList()))
                .toList();
        Sheet.Counted usual = counts.getLast();
        List<Term> counted = drafts.entrySet().stream().filter(e -> e.getKey().role() == Role.COUNTED)
                .flatMap(e -> e.getValue().terms.stream()).toList();
        return new Sheet(option.id(), option.name(), option.mesh(), lines, once.total(), usual.monthly(), usual.horizon(), counts,
                nodes(option), Widest.of(trials, counted, sum(horizons, usual.by()).all), open);
    }

    private static Sum sum(Map<Counting, Sum> sums, Counting by) {
        return sums.getOrDefault(by, new Sum());
    }

    private List<Amount> nodes(Option option) {
        return nothing(option, LineKind.COMPUTE_NODES)
                .map(n -> List.of(new Amount(Range.exactly(0), NODES, new Said(Basis.PREDICTED, n.source(), "", n.because(), List.of()))))
                .orElseGet(() -> option.parts().isEmpty() ? List.of() : List.of(compute.added(option.parts(), option.id())));
    }

    /** Draws of a sum, all of it and what is assumed of it. */
    private static final class Sum {
        private final double[] all = Trials.filled(0);
        private final double[] assumed = Trials.filled(0);

        void add(double[] values, boolean isAssumed) {
            Trials.add(all, values, 1);
            if (isAssumed) {
                Trials.add(assumed, values, 1);
            }
        }

        void add(LineKind kind, Counting by, double[] values, Said said) {
            if (by.counts(kind)) {
                add(values, said.basis() == Basis.ASSUMED);
            }
        }

        Sum plus(Sum monthly, int months) {
            Sum sum = new Sum();
            sum.add(all, false);
            Trials.add(sum.assumed, assumed, 1);
            Trials.add(sum.all, monthly.all, months);
            Trials.add(sum.assumed, monthly.assumed, months);
            return sum;
        }

        Total total() {
            double[] without = all.clone();
            Trials.add(without, assumed, -1);
            Range whole = Range.of(all);
            double share = whole.likely() == 0 ? 0 : Math.clamp(Range.of(assumed).likely() / whole.likely(), 0, 1);
            return new Total(whole, Range.of(without), share);
        }
    }

    private Draft draft(Option option, LineKind kind) {
        return switch (kind) {
            case COMPUTE_REQUESTS -> computed(option, this::requested);
            case COMPUTE_USAGE -> computed(option, parts -> used(option, parts));
            case COMPUTE_NODES -> computed(option,
                    parts -> Draft.of(compute.nodes(parts, option.id()), List.of(compute.nodesInWords(parts))));
            case CONTROL_PLANE -> computed(option, parts -> apart(option, parts));
            case CREDITS -> credits(option);
            case LICENCES -> prices.licence(option.id()).map(this::licence).orElseGet(() -> items(option, kind));
            case EXIT -> exit(option);
            case CROSS_ZONE, TELEMETRY, PEOPLE, UPGRADES, TRAINING, MIGRATION -> items(option, kind);
        };
    }

    private static Optional<Nothing> nothing(Option option, LineKind kind) {
        return option.nothing().stream().filter(n -> n.line() == kind).findFirst();
    }

    private static Draft none(String because, String source) {
        return Draft.without(new Value.None(because, source));
    }

    /** What follows from the parts; one reason holds for every way to count where there are none. */
    private static Draft computed(Option option, Function<List<Part>, Draft> way) {
        Optional<Nothing> nothing = nothing(option, LineKind.COMPUTE_NODES);
        if (nothing.isPresent()) {
            return none(nothing.get().because(), nothing.get().source());
        }
        return option.parts().isEmpty() ? Draft.without(new Value.Unknown("what it adds to the cluster was not predicted",
                "say how much traffic there is, or read the running cluster")) : way.apply(option.parts());
    }

    private Draft requested(List<Part> parts) {
        return asked(parts) ? Draft.of(compute.requested(parts), parts.stream().map(Bookkeeping::requested).toList())
                : none("its parts request nothing, so the scheduler sets nothing aside; what they use is in the other two lines",
                        "what its charts set by default");
    }

    private Draft used(Option option, List<Part> parts) {
        return Draft.of(compute.used(parts, option.id()), parts.stream().map(Bookkeeping::used).toList());
    }

    private Draft apart(Option option, List<Part> parts) {
        List<Part> own = parts.stream().filter(p -> p.where() == Part.Where.OWN).toList();
        return own.isEmpty() ? none("nothing of it stands by itself", "its parts") : asked(own) ? requested(own) : used(option, own);
    }

    private static boolean asked(List<Part> parts) {
        return parts.stream().anyMatch(p -> p.requested().cpu() > 0 || p.requested().memory() > 0);
    }

    private static String requested(Part part) {
        boolean any = part.requested().cpu() > 0 || part.requested().memory() > 0;
        return any ? String.format(Locale.ROOT, "%s: %d × %.0fm and %.0fMi", part.name(), part.count(), part.requested().cpu(),
                part.requested().memory()) : part.name() + ": requests nothing";
    }

    private static String used(Part part) {
        Range cpu = part.usedCpu().range();
        Range memory = part.usedMemory().range();
        return String.format(Locale.ROOT, "%s: %.0f to %.0f millicores, %.0f to %.0f MiB", part.name(), cpu.low(), cpu.high(), memory.low(),
                memory.high());
    }

    private Draft credits(Option option) {
        List<Factor> credits = prices.credits(option.id(), !option.mesh().isEmpty());
        if (credits.isEmpty()) {
            return none("nobody named one", "\"credits\" of a price file");
        }
        return Draft.of(credits.stream().map(c -> Term.of(c, Factor.exactly(-1))).toList(), credits.stream().map(Factor::name).toList());
    }

    private Draft licence(Factor price) {
        return Draft.of(List.of(counted(Term.of(price), counts.of(Driver.CLUSTER))), List.of("for each cluster, as the price file says"));
    }

    private Draft exit(Option option) {
        Draft items = items(option, LineKind.EXIT);
        if (items.terms.isEmpty() || option.mesh().isEmpty()) {
            return items;
        }
        List<Term> terms = new ArrayList<>(items.terms);
        List<String> parts = new ArrayList<>(items.parts);
        ledger.hours().forEach(term -> terms.add(counted(term.times(prices.of("hour-of-work")), counts.of(Driver.CLUSTER))));
        ledger.entries().forEach(e -> parts.add(e.count() + " × " + e.kind() + ": " + e.known().instead()));
        return Draft.of(terms, parts);
    }

    private Draft items(Option option, LineKind kind) {
        List<Item> items = option.items().stream().filter(i -> i.line() == kind).toList();
        if (items.isEmpty()) {
            Nothing nothing = nothing(option, kind).orElseThrow();
            return none(nothing.because(), nothing.source());
        }
        List<Term> terms = new ArrayList<>();
        items.forEach(item -> terms.addAll(terms(option, item)));
        return Draft.of(terms, items.stream().map(Bookkeeping::words).toList());
    }

    private List<Term> terms(Option option, Item item) {
        Factor amount = new Factor(item.line() + " " + item.what(), item.range(), item.said());
        List<Term> priced = price(option, amount, item.unit());
        Factor often = Factor.exactly(item.every() == Every.YEAR ? 1.0 / 12 : 1);
        return priced.stream().map(t -> t.times(often))
                .map(t -> counted(t, item.per().stream().flatMap(d -> by(option, d).stream()).toList())).toList();
    }

    private List<Factor> by(Option option, Driver driver) {
        return Optional.ofNullable(option.own().get(driver)).map(List::of).orElseGet(() -> counts.of(driver));
    }

    private static Term counted(Term term, List<Factor> by) {
        Term product = term;
        for (Factor factor : by) {
            product = product.times(factor);
        }
        return product;
    }

    private List<Term> price(Option option, Factor amount, Item.Unit unit) {
        return switch (unit) {
            case HOURS -> List.of(Term.of(amount, prices.of("hour-of-work")));
            case FULL_TIME -> List.of(Term.of(amount, prices.of("hours-of-a-month"), prices.of("hour-of-work")));
            case CROSS_ZONE_GB -> List.of(Term.of(amount, prices.of("cross-zone-gb")));
            case SERIES -> List.of(Term.of(amount.times(0.001), prices.of("thousand-series-month")));
            case USD -> List.of(Term.of(amount.times(prices.rate("USD"))));
            case MONTHS_OF_COMPUTE -> option.parts().isEmpty() ? List.of() // said to be unknown in the lines of compute
                    : compute.nodes(option.parts(), option.id()).stream().map(term -> term.times(amount)).toList();
        };
    }

    private static String words(Item item) {
        String per =
                item.per().isEmpty() ? "" : " for each " + item.per().stream().map(d -> d.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" and "));
        String unit = item.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(Locale.ROOT, "%s: %s to %s %s%s%s", item.what(), Plain.number(item.range().low()),
                Plain.number(item.range().high()),
                unit, per, item.every() == Every.ONCE ? "" : " a " + item.every().name().toLowerCase(Locale.ROOT));
    }
}
