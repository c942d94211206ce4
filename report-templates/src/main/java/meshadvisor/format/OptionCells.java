package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Outcome;
import meshadvisor.advice.Ranked;
import meshadvisor.advice.Verdict;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Line;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.money.LineKind;
import meshadvisor.cost.money.Sheet;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.report.Offer;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;

/** What one could do, each with the same questions answered: doing nothing, other answers than a mesh, and every way to have one. */
record OptionCells(Report report, Words words) {

    /** What is asked of every option. */
    enum Aspect {
        NEEDS("Answers the needs"), LATENCY("p99 of a call, ms more"), CPU("CPU, millicores more"), MEMORY("Memory, MiB more"),
        MONEY("Money"), PEOPLE("People, a month"), RISK("Operational risk");

        private final String words;

        Aspect(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * An answer.
     *
     * @param says in short; begins with a question mark where nobody knows
     * @param basis empty where there is none
     * @param because why, and who says so
     */
    record Cell(Aspect aspect, String says, String basis, String because) {}

    /** An option with its answers, one for each aspect. */
    record Option(String id, String name, boolean advised, List<Cell> cells) {
        Option {
            cells = List.copyOf(cells);
        }
    }

    private static final String UNKNOWN = "? not estimated";
    private static final String ESTIMATE = "nobody asked for it; meshadvisor estimate --way ";

    List<Option> all() {
        List<Option> options = new ArrayList<>();
        boolean answers = !active().isEmpty();
        sheet(Bill.DO_NOTHING).ifPresent(sheet -> options.add(new Option("do-nothing", "Doing nothing", without() && !answers,
                nothing(sheet))));
        if (answers || sheet(Bill.DO_NOTHING).isEmpty()) {
            options.add(new Option("without-mesh", "Without a mesh", without() && (answers || options.isEmpty()), answers()));
        }
        report.advice().ranking().forEach(ranked -> options.add(mesh(ranked)));
        return options;
    }

    /** A mesh that is there and doubted is not advised. */
    private boolean advised(String mesh) {
        Verdict verdict = report.advice().verdict();
        return switch (verdict.outcome()) {
            case ADOPT, KEEP -> verdict.mesh().equals(mesh);
            case NO_MESH, UNDECIDED, RECONSIDER -> false;
        };
    }

    private boolean without() {
        return report.advice().verdict().outcome() == Outcome.NO_MESH;
    }

    private List<NeedAnswer> active() {
        Truth dataPlane = Truth.of(report.meshes().stream().anyMatch(MeshSeen::runs));
        return report.advice().needs().stream().filter(need -> need.active(dataPlane)).toList();
    }

    private Optional<Sheet> sheet(String option) {
        return report.cost().flatMap(costed -> costed.bill().sheet(option));
    }

    private List<Cell> nothing(Sheet sheet) {
        List<NeedAnswer> active = active();
        List<NeedAnswer> today = active.stream().filter(OptionCells::answeredToday).toList();
        String needs = active.isEmpty() ? "no need counts" : (today.isEmpty() ? "none" : today.size()) + " of " + active.size();
        String which = today.isEmpty() ? "no need is answered by leaving everything as it is"
                : "what is there does already: " + today.stream().map(need -> Words.title(need.need())).collect(Collectors.joining("; "));
        return Stream
                .concat(Stream.of(new Cell(Aspect.NEEDS, needs, active.isEmpty() ? "" : Kebab.of(Basis.ASSUMED), which)),
                        Stream.concat(Stream.of(Aspect.LATENCY, Aspect.CPU, Aspect.MEMORY)
                                .map(aspect -> new Cell(aspect, "none", "", "nothing is added to what runs today")),
                                Stream.concat(money(sheet), Stream.of(new Cell(Aspect.RISK, "as today", "", "nothing new can fail")))))
                .toList();
    }

    /** Seen in use, or answered by what stands there. */
    private static boolean answeredToday(NeedAnswer need) {
        return need.observed() == Truth.YES || need.code() == AnswerCode.EXISTING_ENCRYPTION || need.code() == AnswerCode.SUFFICIENT;
    }

    /** Answers to the needs that are no mesh; what applications do themselves is in no forecast. */
    private List<Cell> answers() {
        List<NeedAnswer> active = active();
        long answered = active.stream().filter(need -> need.code() != AnswerCode.MESH && need.code() != AnswerCode.ASK).count();
        String needs = active.isEmpty() ? "no need counts" : answered + " of " + active.size();
        String which = active.stream().map(need -> Words.title(need.need()) + ": "
                + (need.code() == AnswerCode.MESH ? "nothing that is as good" : words.answer(need.code())))
                .collect(Collectors.joining("; "));
        Stream<Cell> resources = Stream.of(Aspect.LATENCY, Aspect.CPU, Aspect.MEMORY)
                .map(aspect -> new Cell(aspect, "? not known", "", "no proxy of a mesh is added; what applications and other parts take"
                        + " instead is in no figure. meshadvisor bench measures mutual TLS by the application"));
        Stream<Cell> money = given().map(this::money)
                .orElseGet(() -> Stream.of(unknown(Aspect.MONEY, "no answer that has a price"), unknown(Aspect.PEOPLE, "likewise")));
        return Stream.of(Stream.of(new Cell(Aspect.NEEDS, needs, "assumed", which.isEmpty() ? "no need was stated or seen" : which)),
                resources, money, Stream.of(new Cell(Aspect.RISK, "no proxy in the way of calls", "assumed",
                        "each answer is a part of its own that someone runs and upgrades; none of them carries all calls")))
                .flatMap(cells -> cells).toList();
    }

    private Optional<Sheet> given() {
        return report.cost().flatMap(costed -> costed.given().stream()
                .filter(sheet -> sheet.mesh().isEmpty() && !sheet.option().equals(Bill.DO_NOTHING)).findFirst());
    }

    private Option mesh(Ranked ranked) {
        String id = ranked.variant().id();
        Optional<Forecast> forecast = report.added().stream().filter(each -> belongs(each.overhead().variant(), id)).findFirst();
        List<Cell> cells = new ArrayList<>();
        cells.add(needs(ranked));
        cells.add(amount(Aspect.LATENCY, id, forecast.map(each -> each.overhead().hopP99())));
        cells.add(amount(Aspect.CPU, id, forecast.map(Forecast::cpu)));
        cells.add(amount(Aspect.MEMORY, id, forecast.map(Forecast::memory)));
        report.cost().flatMap(costed -> costed.bill().sheets().stream().filter(each -> belongs(each.option(), id)).findFirst())
                .map(this::money)
                .orElseGet(() -> Stream.of(unknown(Aspect.MONEY, ESTIMATE + id), unknown(Aspect.PEOPLE, ESTIMATE + id)))
                .forEach(cells::add);
        cells.add(risk(ranked));
        return new Option(id, ranked.variant().name(), advised(id), cells);
    }

    /** A variant may be run in several ways, whose ids begin with its own; the first stands for it. */
    private static boolean belongs(String way, String variant) {
        return way.equals(variant) || way.startsWith(variant + "-");
    }

    private static Cell unknown(Aspect aspect, String because) {
        return new Cell(aspect, UNKNOWN, "", because);
    }

    private static Cell amount(Aspect aspect, String way, Optional<Amount> amount) {
        return amount.map(each -> new Cell(aspect, Amounts.range(each.range()), Kebab.of(each.said().basis()),
                each.said().source() + (each.said().date().isEmpty() ? "" : ", " + each.said().date())))
                .orElseGet(() -> unknown(aspect, ESTIMATE + way));
    }

    private Cell needs(Ranked ranked) {
        List<NeedAnswer> active = active();
        if (!ranked.excluded().isEmpty()) {
            String why = String.join("; ", ranked.excluded());
            return advised(ranked.variant().id())
                    ? new Cell(Aspect.NEEDS, "what it does today", "", "it is there and stays for that; for a need"
                            + " that is new it would be out of the question: " + why)
                    : new Cell(Aspect.NEEDS, "out of the question", "", why);
        }
        if (active.isEmpty()) {
            return new Cell(Aspect.NEEDS, "no need counts", "", "no need was stated or seen");
        }
        List<Capability> known = report.prospect().offers().stream().filter(each -> each.variant().equals(ranked.variant().id()))
                .map(Offer::capabilities).findFirst().orElse(List.of());
        long answered = active.stream().filter(need -> state(need, known) == Truth.YES).count();
        long open = active.stream().filter(need -> state(need, known) == Truth.UNKNOWN).count();
        return new Cell(Aspect.NEEDS, answered + " of " + active.size() + (open == 0 ? "" : ", ? " + open + " not known"),
                Kebab.of(Basis.PUBLISHED), known.isEmpty() ? "the catalogue tells nothing of them"
                        : known.stream().map(OptionCells::capability).collect(Collectors.joining("; ")));
    }

    /** Whether every capability that a need asks for is there. */
    private static Truth state(NeedAnswer need, List<Capability> known) {
        List<Truth> each = need.need().capabilities().stream().map(wanted -> known.stream()
                .filter(capability -> capability.capability().equals(wanted) && capability.state() != Capability.State.UNKNOWN)
                .map(capability -> Truth.of(capability.state().there())).findFirst().orElse(Truth.UNKNOWN)).toList();
        return each.contains(Truth.NO) ? Truth.NO : each.isEmpty() || each.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.YES;
    }

    private static String capability(Capability each) {
        String state = each.state() == Capability.State.UNKNOWN ? "? not known" : Kebab.of(each.state());
        return each.capability() + ": " + state + (each.needsWaypoint() ? ", needs a waypoint" : "")
                + (each.vendorOnly() ? ", only in builds that are sold" : "") + " (" + each.source() + ", " + each.date() + ")";
    }

    private Stream<Cell> money(Sheet sheet) {
        Bill bill = report.cost().orElseThrow().bill();
        String all = MoneyText.range(sheet.horizon().all()) + " " + bill.currency() + " in " + bill.wanted().months() + " months";
        String because = MoneyText.range(sheet.once().all()) + " once and " + MoneyText.range(sheet.monthly().all()) + " a month; "
                + Amounts.percent(sheet.horizon().assumedShare()) + " of it assumed"
                + (sheet.open().isEmpty() ? "" : ". In no sum: "
                        + sheet.open().stream().map(open -> open.replaceAll("\\.$", "")).collect(Collectors.joining("; ")));
        return Stream.of(new Cell(Aspect.MONEY, all, Kebab.of(basis(sheet)), because), people(sheet, bill.currency()));
    }

    /** The weakest of all lines. */
    private static Basis basis(Sheet sheet) {
        return sheet.lines().stream().filter(line -> line.kind().role() == LineKind.Role.COUNTED)
                .map(Line::value).filter(Value.Money.class::isInstance).map(Value.Money.class::cast).map(money -> money.said().basis())
                .max(Basis::compareTo).orElse(Basis.PREDICTED);
    }

    private static Cell people(Sheet sheet, String currency) {
        List<String> says = new ArrayList<>();
        List<String> because = new ArrayList<>();
        List<Basis> bases = new ArrayList<>();
        Stream.of(LineKind.PEOPLE, LineKind.UPGRADES).forEach(kind -> {
            String title = kind == LineKind.PEOPLE ? "operation " : "upgrades ";
            switch (sheet.line(kind).value()) {
                case Value.Money(var range, var said) -> {
                    says.add(title + MoneyText.range(range) + " " + currency);
                    because.add(MoneyText.said(said));
                    bases.add(said.basis());
                }
                case Value.None(var why, var source) -> because.add(title + "none: " + why + " (" + source + ")");
                case Value.Unknown(var why, var remedy) -> {
                    says.add(title + "? not known");
                    because.add(why + "; " + remedy);
                }
            }
        });
        return new Cell(Aspect.PEOPLE, says.isEmpty() ? "none" : String.join("; ", says),
                bases.stream().max(Basis::compareTo).map(Kebab::of).orElse(""),
                because.stream().flatMap(why -> Stream.of(why.split("; "))).distinct().collect(Collectors.joining("; ")));
    }

    private Cell risk(Ranked ranked) {
        Optional<Offer> offer = report.prospect().offers().stream().filter(each -> each.variant().equals(ranked.variant().id()))
                .findFirst();
        List<String> hazards = offer.map(Offer::hazards).orElse(List.of()).stream()
                .map(each -> each.id() + " (" + Kebab.of(each.harm()) + ", from " + each.from()
                        + (each.before().isEmpty() ? ", no remedy known" : ", mended in " + each.before()) + "; " + each.source() + ", "
                        + each.date() + ")")
                .toList();
        return new Cell(Aspect.RISK, String.format(Locale.ROOT, "%.1f points; ", ranked.variant().complexity())
                + (hazards.isEmpty() ? "no known hazard" : Words.count(hazards.size(), "known hazard", "known hazards")), "published",
                "how much there is to run, less is simpler: " + ranked.variant().complexitySource()
                        + (hazards.isEmpty() ? "; no hazard is known to the catalogue" : ". " + String.join("; ", hazards)));
    }
}
