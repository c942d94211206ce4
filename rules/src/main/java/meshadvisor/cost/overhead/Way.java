package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import meshadvisor.catalog.Figure;
import meshadvisor.catalog.Makeup;
import meshadvisor.catalog.Makeup.Per;
import meshadvisor.catalog.Makeup.Piece;
import meshadvisor.catalog.ProxyRequests;
import meshadvisor.cost.Amount;
import meshadvisor.cost.overhead.Part.Where;
import meshadvisor.model.Quantity;

/**
 * What the parts of one way take in each experiment.
 *
 * @param charts what is reserved, and for how many Gateways
 */
record Way(Makeup makeup, Figures figures, Scale scale, Lottery lottery, Charts charts) {

    /** What the mesh's charts reserve, and how many Gateways are of it. */
    record Charts(List<ProxyRequests> requests, int gateways) {
        Charts {
            requests = List.copyOf(requests);
        }
    }

    private static final double MEBIBYTE = 1 << 20;

    /** By how much CPU grows with each KiB more than the one KiB of the figures: assumed, for nobody publishes it. */
    private static final double LEAST_PER_KIB = 0.01;
    private static final double MOST_PER_KIB = 0.05;

    /** A part with what it takes in each experiment. */
    record Drawn(Part part, Sampled cpu, Sampled memory, Sources sources) {}

    List<Drawn> parts() {
        List<Drawn> drawn = new ArrayList<>();
        for (Piece piece : makeup.parts()) {
            if (piece.per() != Per.GATEWAY && piece.per() != Per.WAYPOINT || number(piece) > 0) {
                drawn.add(drawn(piece));
            }
        }
        return List.copyOf(drawn);
    }

    private Drawn drawn(Piece piece) {
        Sources ofCpu = new Sources();
        Sources ofMemory = new Sources();
        Sampled cpu = cpu(piece, ofCpu);
        Sampled memory = memory(piece, ofMemory);
        Part part = new Part(piece.part(), where(piece.per()), number(piece), requested(piece), limited(piece),
                new Amount(cpu.range(), "millicores", ofCpu.said("it takes none that is known")),
                new Amount(memory.range(), "MiB", ofMemory.said("it takes none that is known")));
        Sources both = new Sources();
        both.add(ofCpu);
        both.add(ofMemory);
        return new Drawn(part, cpu, memory, both);
    }

    private Sampled cpu(Piece piece, Sources sources) {
        Sampled all = Sampled.exactly(0, lottery.experiments());
        for (String id : piece.cpu()) {
            Figure figure = figures.figure(id);
            all = all.plus(switch (figure.of()) {
                case CPU_PER_1000 -> figures.drawn(figure, sources).times(passing(piece, sources)).times(sized(sources));
                case CPU_PER_PROXY -> figures.drawn(figure, sources).times(proxies(sources)).times(piece.copies());
                case CPU_IDLE, MEMORY, MEMORY_PER_ENDPOINT, MEMORY_PER_CONNECTION, MEMORY_PER_PROXY, HOP_LATENCY ->
                        figures.drawn(figure, sources).times(count(piece, sources));
            });
        }
        return all;
    }

    private Sampled memory(Piece piece, Sources sources) {
        Sampled each = Sampled.exactly(0, lottery.experiments());
        for (String id : piece.memory()) {
            Figure figure = figures.figure(id);
            if (figures.measured(figure, "").filter(Profile.Measurement::whole).isPresent()) {
                return figures.drawn(figure, sources).times(count(piece, sources));
            }
            each = each.plus(switch (figure.of()) {
                case MEMORY_PER_ENDPOINT -> figures.drawn(figure, sources).times(pods(sources));
                case MEMORY_PER_CONNECTION -> figures.drawn(figure, sources).times(connections(piece, sources));
                case MEMORY_PER_PROXY -> figures.drawn(figure, sources).times(proxies(sources));
                case MEMORY, CPU_IDLE, CPU_PER_1000, CPU_PER_PROXY, HOP_LATENCY -> figures.drawn(figure, sources);
            });
        }
        return each.times(count(piece, sources));
    }

    /** Thousands of requests per second that pass parts of this kind, each counted as often as it passes one. */
    private Sampled passing(Piece piece, Sources sources) {
        Sampled all = switch (piece.carries()) {
            case ALL -> input("requests/s between services", scale.requests(), sources);
            case HTTP -> input("requests/s between services", scale.requests(), sources)
                    .times(input("share of requests that need HTTP features", scale.httpShare(), sources));
            case ENTERING -> input("requests/s from outside", scale.entering(), sources);
            case NONE -> Sampled.exactly(0, lottery.experiments());
        };
        return all.times(piece.passes() / 1000);
    }

    private Sampled sized(Sources sources) {
        Sampled more = input("size of requests and answers", scale.kibibytes(), sources).map(kib -> kib - 1);
        return more.times(lottery.places("how much size costs").map(p -> Lottery.between(LEAST_PER_KIB, MOST_PER_KIB, p)))
                .map(growth -> Math.max(0.5, 1 + growth));
    }

    private Sampled input(String name, Amount amount, Sources sources) {
        sources.add(amount);
        return lottery.values(name, amount.range());
    }

    private Sampled nodes(Sources sources) {
        return input("number of nodes", scale.nodes(), sources);
    }

    private Sampled pods(Sources sources) {
        return input("number of pods", scale.pods(), sources);
    }

    private Sampled count(Piece piece, Sources sources) {
        return switch (piece.per()) {
            case POD -> pods(sources).times(piece.copies());
            case NODE -> nodes(sources);
            case WAYPOINT, GATEWAY, CLUSTER -> Sampled.exactly(number(piece), lottery.experiments());
        };
    }

    /** How many there are; of nodes and pods the likely number. */
    private int number(Piece piece) {
        return piece.copies() * switch (piece.per()) {
            case POD -> scale.likelyPods();
            case NODE -> (int) Math.round(scale.nodes().range().likely());
            case WAYPOINT -> scale.waypoints();
            case GATEWAY -> charts.gateways();
            case CLUSTER -> 1;
        };
    }

    /** Connections at one part: those of all pods, divided among the parts that they pass. */
    private Sampled connections(Piece piece, Sources sources) {
        Sampled each = input("open connections at each pod", scale.connections(), sources);
        Sampled all = each.times(pods(sources));
        return switch (piece.per()) {
            case POD -> each;
            case NODE -> all.with(nodes(sources), (connections, nodes) -> connections / nodes);
            case WAYPOINT, GATEWAY, CLUSTER -> all.times(1.0 / Math.max(1, number(piece)));
        };
    }

    /** Those that a control plane serves. */
    private Sampled proxies(Sources sources) {
        Sampled all = Sampled.exactly(0, lottery.experiments());
        for (Piece piece : makeup.parts()) {
            if (piece.carries() != Makeup.Carries.NONE) {
                all = all.plus(count(piece, sources));
            }
        }
        return all;
    }

    private static Where where(Per per) {
        return switch (per) {
            case POD -> Where.POD;
            case NODE -> Where.NODE;
            case WAYPOINT, GATEWAY, CLUSTER -> Where.OWN;
        };
    }

    private Part.Size requested(Piece piece) {
        Makeup.Reserves reserves = reserves(piece);
        return new Part.Size(number(Quantity.thousandths(reserves.cpu()), 0), number(Quantity.whole(reserves.memory()), 0) / MEBIBYTE);
    }

    private Part.Size limited(Piece piece) {
        Makeup.Reserves reserves = reserves(piece);
        return new Part.Size(number(Quantity.thousandths(reserves.cpuLimit()), Double.POSITIVE_INFINITY),
                number(Quantity.whole(reserves.memoryLimit()), Double.POSITIVE_INFINITY) / MEBIBYTE);
    }

    private static double number(OptionalLong value, double otherwise) {
        return value.isPresent() ? value.getAsLong() : otherwise;
    }

    private Makeup.Reserves reserves(Piece piece) {
        return charts.requests().stream().filter(r -> r.part().equals(piece.requests())).findFirst()
                .map(r -> new Makeup.Reserves(r.cpu(), r.memory(), r.cpuLimit(), r.memoryLimit(), r.source(), r.date()))
                .orElse(piece.reserves());
    }
}
