package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchReport.Bill;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.bench.Effect;
import meshadvisor.bench.Load;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Statistic;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Figure;
import meshadvisor.catalog.Makeup;
import meshadvisor.catalog.Makeup.Carries;
import meshadvisor.catalog.Makeup.Piece;
import meshadvisor.cost.overhead.Profile.Measurement;
import meshadvisor.cost.overhead.Profile.Value;
import meshadvisor.measure.Quantiles;

/** Makes a profile of a run of the benchmark: figures of the catalogue as they are in the cluster in which it ran. */
public final class Calibration {

    private static final String BASELINE = "baseline";
    private static final double MEBIBYTE = 1 << 20;
    private static final double MICROS = 1_000;

    /** Half of a 95 % interval in standard errors, for many blocks. */
    private static final double HALF = 1.96;

    private final BenchRun run;
    private final BenchReport report;
    private final List<Measurement> measurements = new ArrayList<>();

    private Calibration(BenchRun run, BenchReport report) {
        this.run = run;
        this.report = report;
    }

    /** What a run measured of the figures of the catalogue. */
    public static Profile of(BenchRun run, BenchReport report, Catalogue catalogue) {
        Calibration calibration = new Calibration(run, report);
        catalogue.vendors()
                .forEach(mesh -> catalogue.makeups(mesh).forEach(makeup -> new OfWay(calibration, catalogue, mesh, makeup).add()));
        return new Profile(run.scene().context(), run.startedAt(), "bench run " + report.run(), calibration.measurements);
    }

    /** One way of the run. */
    private record OfWay(Calibration of, Catalogue catalogue, String mesh, Makeup makeup) {

        void add() {
            if (of.report.subjects().stream().anyMatch(s -> s.variant().equals(makeup.variant()))) {
                makeup.parts().forEach(this::part);
                latency();
            }
        }

        private void part(Piece piece) {
            figure(piece.cpu(), Figure.Of.CPU_PER_1000).filter(f -> piece.carries() != Carries.NONE)
                    .ifPresent(f -> put(f, "", cpu(piece)));
            figure(piece.memory(), Figure.Of.MEMORY).ifPresent(f -> put(f, "", memory(piece)));
        }

        private Optional<Figure> figure(List<String> ids, Figure.Of of) {
            return catalogue.figures(mesh).stream().filter(f -> f.of() == of && ids.contains(f.id())).findFirst();
        }

        private void put(Figure figure, String at, List<Value> values) {
            if (!values.isEmpty()) {
                String flavour = of.flavour(makeup.variant());
                of.measurements.add(new Measurement(mesh, figure.id(), makeup.variant() + (flavour.isEmpty() ? "" : "/" + flavour),
                        flavour.isEmpty(), false, figure.of(), figure.unit(), at, values, of.conditions()));
            }
        }

        private List<Value> cpu(Piece piece) {
            List<Value> values = new ArrayList<>();
            for (Bill bill : of.report.bills()) {
                int calls = calls(bill.load());
                if (bill.variant().equals(makeup.variant()) && bill.scenarios().isEmpty() && calls > 0) {
                    bill.cpu().stream().filter(c -> c.payer() == payer(piece) && c.secondsPer1000() > 0)
                            .map(c -> new Value(1_000 * c.secondsPer1000() / calls / piece.passes(),
                                    Math.max(0, c.unadjusted().half() / HALF / c.secondsPer1000()), words(bill.load())))
                            .forEach(values::add);
                }
            }
            return values;
        }

        /** Who pays for a part: waypoints are pods among those of the application, and what has no container of its own shows in the nodes. */
        private static Payer payer(Piece piece) {
            return switch (piece.per()) {
                case POD -> Payer.PROXIES;
                case NODE -> piece.memory().isEmpty() ? Payer.UNEXPLAINED : Payer.NODE_AGENTS;
                case WAYPOINT, GATEWAY -> Payer.APPLICATION;
                case CLUSTER -> Payer.CONTROL_PLANE;
            };
        }

        /** The mean working set of the containers of that name, one value. */
        private List<Value> memory(Piece piece) {
            double[] bytes = of.run.usage().stream().filter(u -> u.who() != User.NODE && u.name().endsWith("/" + piece.part())
                    && (u.variant().equals(makeup.variant()) || u.variant().isEmpty()))
                    .map(u -> u.figures().getOrDefault(BenchRun.Figure.MEMORY_BYTES, 0.0)).filter(b -> b > 0).mapToDouble(b -> b).toArray();
            return bytes.length == 0 ? List.of()
                    : List.of(new Value(Arrays.stream(bytes).average().orElseThrow() / MEBIBYTE, 0, "mean over the run"));
        }

        private void latency() {
            Optional<Figure> figure = catalogue.figures(mesh).stream().filter(f -> f.id().equals(makeup.hop())).findFirst();
            List<Value> p50 = new ArrayList<>();
            List<Value> p99 = new ArrayList<>();
            for (Situation situation : of.report.situations()) {
                int calls = calls(situation.load());
                Optional<Effect> middle = effect(situation, Statistic.P50);
                Optional<Effect> tail = effect(situation, Statistic.P99);
                if (situation.scenarios().isEmpty() && calls > 0 && middle.isPresent() && tail.isPresent()) {
                    Optional<OneCall> one = OneCall.of(middle.get().byMicros() / MICROS, tail.get().byMicros() / MICROS, calls);
                    one.ifPresent(o -> p50.add(new Value(o.p50(), error(middle.get()), words(situation.load()))));
                    one.ifPresent(o -> p99.add(new Value(o.p99(), error(tail.get()), words(situation.load()))));
                }
            }
            figure.ifPresent(f -> {
                put(f, "p50", p50);
                put(f, "p99", p99);
            });
        }

        private Optional<Effect> effect(Situation situation, Statistic statistic) {
            return situation.comparisons().stream().filter(c -> c.variant().equals(makeup.variant()) && c.against().equals(BASELINE)
                    && c.statistic() == statistic).map(Comparison::outcome).flatMap(o -> o.effect().stream()).findFirst();
        }

        private static double error(Effect effect) {
            return effect.errorMicros() / effect.byMicros();
        }
    }

    /** How many calls a request makes; 0 where calls are made at once and nothing can be said of one. */
    private static int calls(Load load) {
        return switch (load.shape()) {
            case HOP -> 1;
            case CHAIN -> 3;
            case FAN_OUT -> 0;
        };
    }

    private static String words(Load load) {
        return String.format(Locale.ROOT, "%.0f/s, %s", load.perSecond(), load.shape().name().toLowerCase(Locale.ROOT));
    }

    private String flavour(String variant) {
        return run.scene().presence(variant).filter(Scene.Presence.There.class::isInstance).map(Scene.Presence.There.class::cast)
                .map(Scene.Presence.There::flavour).orElse("");
    }

    private String conditions() {
        return Stream.of("run " + report.run() + " of " + report.startedAt(), run.scene().nodes().size() + " nodes",
                run.plan().order().pods().placement().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .reduce((a, b) -> a + ", " + b).orElse("");
    }

    /**
     * One call of several in a row that take equally long, from what all of them add to two quantiles.
     *
     * @param p50 in ms
     * @param p99 in ms
     */
    record OneCall(double p50, double p99) {

        private static final double Z99 = Quantiles.normal(0.99);

        /**
         * Takes what all add as lognormal: mean and variance of one are those of all divided by their number, and one is lognormal with these
         * (Fenton 1960). For one call it changes nothing.
         *
         * @return empty where the differences are not above 0, or the tail is not above the middle: then noise hides what is asked
         */
        static Optional<OneCall> of(double p50, double p99, int calls) {
            if (!(p50 > 0 && p99 >= p50)) {
                return Optional.empty();
            }
            double deviation = Math.log(p99 / p50) / Z99;
            double mean = p50 * Math.exp(deviation * deviation / 2) / calls;
            double spread = Math.log(1 + calls * (Math.exp(deviation * deviation) - 1));
            double middle = mean / Math.exp(spread / 2);
            return Optional.of(new OneCall(middle, middle * Math.exp(Z99 * Math.sqrt(spread))));
        }
    }
}
