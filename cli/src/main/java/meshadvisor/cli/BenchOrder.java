package meshadvisor.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.bench.Load;
import meshadvisor.bench.Load.Protocol;
import meshadvisor.bench.Load.Reuse;
import meshadvisor.bench.Load.Shape;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Design;
import meshadvisor.bench.Order.Method;
import meshadvisor.bench.Order.Placement;
import meshadvisor.bench.Order.Pods;
import meshadvisor.bench.Order.Style;
import meshadvisor.bench.Order.Target;
import meshadvisor.cli.Mistake.UsageMistake;

/** Understands what is to be measured. What is wrong with a word is added to the mistakes. */
final class BenchOrder {

    private static final Pattern CONNECTIONS = Pattern.compile("(kept|fresh)(?::([0-9]{1,5}))?");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|Ki|Mi|Gi)?");
    private static final Pattern MICROS = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)(us|µs|ms)");
    private static final Pattern CPU = Pattern.compile("([0-9]{1,6})(m?)");
    private static final int USUAL_CONNECTIONS = 16;
    /** For a Service that others use. */
    private static final double LOW = 20;

    private final BenchOptions options;
    private final List<Mistake> mistakes;

    private BenchOrder(BenchOptions options, List<Mistake> mistakes) {
        this.options = options;
        this.mistakes = mistakes;
    }

    /**
     * The order.
     *
     * @param known ids of all variants, ordered if nobody says which
     * @param nodes that take pods
     */
    static Order of(BenchOptions options, List<String> known, int nodes, List<Mistake> mistakes) {
        return new BenchOrder(options, mistakes).order(known, nodes);
    }

    private Order order(List<String> known, int nodes) {
        Placement placement = options.placement.orElse(nodes > 1 ? Placement.CROSS_NODE : Placement.SAME_NODE);
        int requested = cpu("--cpu", options.cpu);
        Pods pods = new Pods(options.image, options.program, requested,
                options.cpuLimit.map(limit -> cpu("--cpu-limit", limit)).orElse(requested), (int) (bytes("--memory", options.memory) >> 20),
                placement,
                options.generators, options.servers, options.normalised ? Style.NORMALISED : Style.AS_SHIPPED);
        return new Order(options.variants.isEmpty() ? known : List.copyOf(options.variants), loads(), List.copyOf(options.scenarios),
                design(),
                pods, target());
    }

    /** A Service that is not the run's own; anything else is a mistake. */
    private List<Target> target() {
        List<Target> targets = options.target.stream().flatMap(url -> BenchTarget.of(url, options.method).stream()).toList();
        options.target.filter(url -> targets.isEmpty()).ifPresent(url -> wrong("--target " + url + " is no Service of the cluster: write"
                + " http://name.namespace, with :port and /path where they are not 80 and /"));
        if (options.target.isEmpty() && options.method != Method.GET) {
            wrong("--method is for --target: the run's own servers are asked with GET");
        }
        return targets;
    }

    private Design design() {
        Design usual = Design.USUAL;
        return new Design(options.seed.orElseGet(BenchOrder::drawn), options.looks.isEmpty() ? usual.looks() : List.copyOf(options.looks),
                share("--precision", options.precision, usual.precision()), margin(usual.margin()),
                seconds("--warm-up", options.warmUp, usual.warmUpSeconds()), seconds("--plateau", options.plateau, usual.plateauSeconds()),
                seconds("--budget", options.budget, usual.budgetSeconds()), options.session.orElse(1), List.copyOf(options.knownDelays));
    }

    /** Short enough to be read out. Always the same one would mean the same order of blocks in every run, and the same luck with it. */
    private static long drawn() {
        return new SecureRandom().nextInt(1, 1_000_000);
    }

    private record Connections(Reuse reuse, int most) {}

    /** All combinations, without those that no protocol has; a word that is in none of them is a mistake. */
    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        List<Connections> connections = (options.connections.isEmpty() ? List.of("kept") : options.connections).stream()
                .flatMap(word -> connections(word).stream()).toList();
        List<Integer> payloads =
                (!options.payloads.isEmpty() ? options.payloads : List.of(options.target.isEmpty() ? "1KiB" : "0")).stream()
                        .map(word -> (int) Math.min(Integer.MAX_VALUE, bytes("--payload", word))).toList();
        for (Shape shape : options.shapes.isEmpty() ? Set.of(Shape.HOP) : options.shapes) {
            for (Protocol protocol : options.protocols.isEmpty() ? Set.of(Protocol.HTTP1) : options.protocols) {
                for (Connections each : connections) {
                    for (int payload : payloads) {
                        rates().forEach(rate -> loads.add(new Load(shape, protocol, each.reuse, rate, each.most, payload)));
                    }
                }
            }
        }
        List<Load> possible = loads.stream().filter(load -> load.mistake().isEmpty()).toList();
        loads.stream()
                .filter(load -> possible.stream().noneMatch(other -> other.shape() == load.shape())
                        || possible.stream().noneMatch(other -> other.protocol() == load.protocol())
                        || possible.stream().noneMatch(other -> other.reuse() == load.reuse()))
                .flatMap(load -> load.mistake().stream()).distinct().forEach(this::wrong);
        return possible;
    }

    private List<Double> rates() {
        return !options.rates.isEmpty() ? options.rates : options.target.isEmpty() ? List.of(200.0, 1000.0) : List.of(LOW);
    }

    private Optional<Connections> connections(String word) {
        Matcher matcher = CONNECTIONS.matcher(word.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            wrong("--connections " + word + ": write kept or fresh, and how many behind a colon, such as kept:64");
            return Optional.empty();
        }
        return Optional.of(new Connections(matcher.group(1).equals("kept") ? Reuse.KEPT : Reuse.FRESH,
                matcher.group(2) == null ? USUAL_CONNECTIONS : Integer.parseInt(matcher.group(2))));
    }

    private double share(String option, Optional<String> word, double usual) {
        if (word.isEmpty()) {
            return usual;
        }
        String text = word.get().strip();
        try {
            return text.endsWith("%") ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            wrong(option + " " + text + " is no share: write it as 10% or 0.1"
                    + (option.equals("--margin") ? ", or a time as 200us or 1ms" : ""));
            return usual;
        }
    }

    private Margin margin(Margin usual) {
        Matcher time = MICROS.matcher(options.margin.orElse("").strip());
        if (time.matches()) {
            return new Margin.Fixed(Double.parseDouble(time.group(1)) * (time.group(2).equals("ms") ? 1_000 : 1));
        }
        return options.margin.isEmpty() ? usual : new Margin.Share(share("--margin", options.margin, 0.1));
    }

    private int seconds(String option, Optional<String> word, int usual) {
        if (word.isEmpty()) {
            return usual;
        }
        Optional<Duration> time = Times.of(word.get());
        if (time.isEmpty()) {
            wrong(option + " " + word.get() + " is no time: write seconds, or a number with s, m or h");
        }
        return time.map(each -> (int) Math.min(Integer.MAX_VALUE, each.toSeconds())).orElse(usual);
    }

    private long bytes(String option, String word) {
        Matcher matcher = SIZE.matcher(word.strip());
        if (!matcher.matches()) {
            wrong(option + " " + word + " is no size: write bytes, or a number with KiB or MiB");
            return 0;
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return Long.parseLong(matcher.group(1)) << (unit.startsWith("K") ? 10 : unit.startsWith("M") ? 20 : unit.startsWith("G") ? 30 : 0);
    }

    private int cpu(String option, String word) {
        Matcher matcher = CPU.matcher(word.strip());
        if (!matcher.matches()) {
            wrong(option + " " + word + " is no CPU: write it as 500m or 2");
            return 0;
        }
        return Integer.parseInt(matcher.group(1)) * (matcher.group(2).isEmpty() ? 1000 : 1);
    }

    private void wrong(String sentence) {
        mistakes.add(new UsageMistake(sentence));
    }
}
