package meshadvisor.simulate.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import meshadvisor.model.Amount;
import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.input.Premises.Crew;
import meshadvisor.simulate.input.Premises.Machine;
import meshadvisor.simulate.run.Chance.About;
import meshadvisor.simulate.run.Crowd.Size;

/** Makes the cluster of a setting as it is before the surge: everything placed by what it requests, and ready. */
final class Building {

    private static final double GIB = 1024;
    private static final double MILLI = 1000;

    /** No container is smaller, in MiB. */
    private static final double LEAST = 16;

    /** Part of the nodes that may be requested where nobody says what is. */
    private static final double MOST_REQUESTED = 0.95;

    /** Part of a node that may be in use where it has been running for long. */
    private static final double SETTLED = 0.98;

    /** What a shared proxy requests, in MiB (Istio's chart for waypoints; Kubernetes' usual order of size for others). */
    private static final double SHARED_REQUEST = 128;

    private final Setting setting;
    private final Draw base;
    private final Draw draw;
    private final Chance chance;
    private final List<Node> nodes = new ArrayList<>();
    private final double[] use;
    private int added;

    /** Memory on each node of pods on which the surge does not fall. */
    private double others;

    private Building(Setting setting) {
        this.setting = setting;
        this.base = setting.base();
        this.draw = setting.draw();
        this.chance = new Chance(setting.seed());
        this.use = new double[crews().size()];
    }

    /** The cluster of a setting. */
    static Plant plant(Setting setting) {
        return new Building(setting).plant();
    }

    private List<Crew> crews() {
        return setting.premises().crews();
    }

    private Plant plant() {
        machines().forEach(this::node);
        double requests = requestFactor();
        Rates rates = Rates.of(base, draw, setting.factor());
        List<Crowd> crowds = new ArrayList<>();
        for (int i = 0; i < use.length; i++) {
            crowds.add(crowd(i, requests));
        }
        shared(crowds);
        double cores = nodes.stream().mapToDouble(node -> node.cores).sum();
        double proxies = base.get(Input.PROXY_CPU) / MILLI;
        double appCpu = Math.max(0, base.get(Input.CPU_BEFORE) * cores / setting.premises().pods() - proxies);
        Plant plant = new Plant(nodes, crowds, new ArrayList<>(), rates, chance, 0, appCpu, draw.get(Input.PROXY_REQUEST),
                draw.get(Input.LOAD_SPREAD));
        crowds.forEach(crowd -> IntStream.range(0, crowd.usual).forEach(i -> plant.pod(crowd, true)));
        place(plant);
        settle(plant);
        nodes.forEach(node -> node.agent = rates.agentIdle());
        return new Plant(nodes, crowds, plant.pods(), rates, chance, added, appCpu, plant.proxyRequest(), plant.loadSpread());
    }

    /** The nodes, with which what the applications use becomes known, too. */
    private List<Machine> machines() {
        double memory = base.get(Input.NODE_MEMORY) * GIB;
        double system = base.get(Input.SYSTEM_MEMORY) * memory + base.get(Input.NODE_PROXY_IDLE);
        List<Machine> read = setting.premises().machines();
        double known = 0;
        int unknown = 0;
        for (int i = 0; i < use.length; i++) {
            use[i] = told(crews().get(i));
            known += Double.isNaN(use[i]) ? 0 : use[i] * crews().get(i).pods();
            unknown += Double.isNaN(use[i]) ? crews().get(i).pods() : 0;
        }
        int pods = setting.premises().pods();
        double proxies = crews().stream().filter(Crew::meshed).mapToInt(Crew::pods).sum() * base.get(Input.PROXY_IDLE);
        double before = base.get(Input.MEMORY_BEFORE);
        if (!read.isEmpty()) {
            double room = read.stream().mapToDouble(each -> each.memory() * (before - base.get(Input.SYSTEM_MEMORY))
                    - base.get(Input.NODE_PROXY_IDLE)).sum();
            double rest = room - known - proxies;
            fill(rest / Math.max(1, unknown));
            others = unknown > 0 ? 0 : Math.max(0, rest / read.size());
            return read;
        }
        double room = Math.max(LEAST, before * memory - system);
        double count;
        if (unknown == pods) {
            count = Math.ceil(pods / base.get(Input.PODS_PER_NODE));
            fill(room * count / pods - base.get(Input.PROXY_IDLE));
        } else {
            double mean = known / (pods - unknown);
            fill(mean);
            count = Math.max(Math.ceil((known + unknown * mean + proxies) / room), Math.ceil((double) pods / Node.MOST_PODS));
        }
        double cores = base.get(Input.NODE_MEMORY) / base.get(Input.GIB_PER_CORE);
        return IntStream.range(0, (int) count).mapToObj(i -> new Machine("node-" + (i + 1), memory, cores)).toList();
    }

    /** What a pod of a service uses, not a number where nobody tells. */
    private double told(Crew crew) {
        Amount used = crew.memoryUsed();
        Amount requested = crew.memoryRequest();
        return used.stated() ? Math.max(LEAST, (double) used.value())
                : requested.stated() ? Math.max(LEAST, requested.value() / base.get(Input.APP_REQUEST)) : Double.NaN;
    }

    /** Gives the services of which nobody tells what they use some memory around a mean. */
    private void fill(double mean) {
        double spread = base.get(Input.APP_SPREAD);
        double[] factor = IntStream.range(0, use.length).mapToDouble(i -> chance.factor(About.APP_MEMORY, i, spread)).toArray();
        double pods = 0;
        double weighed = 0;
        for (int i = 0; i < use.length; i++) {
            pods += Double.isNaN(use[i]) ? crews().get(i).pods() : 0;
            weighed += Double.isNaN(use[i]) ? crews().get(i).pods() * factor[i] : 0;
        }
        for (int i = 0; i < use.length; i++) {
            use[i] = Double.isNaN(use[i]) ? Math.max(LEAST, mean * factor[i] * pods / weighed) : use[i];
        }
    }

    private void node(Machine machine) {
        Node node = new Node(nodes.size(), machine.memory(), machine.cores(), others + base.get(Input.SYSTEM_MEMORY) * machine.memory());
        node.allocatable = machine.memory() - node.system - base.get(Input.EVICTION_THRESHOLD) - base.get(Input.NODE_PROXY_IDLE);
        nodes.add(node);
    }

    /** What the requests that nobody states are multiplied with, so that the cluster as it is can run its pods. */
    private double requestFactor() {
        double open = 0;
        double stated = setting.premises().pods() * base.get(Input.PROXY_REQUEST);
        for (int i = 0; i < use.length; i++) {
            Crew crew = crews().get(i);
            stated += crew.memoryRequest().stated() ? crew.pods() * (double) crew.memoryRequest().value() : 0;
            open += crew.memoryRequest().stated() ? 0 : crew.pods() * use[i] * base.get(Input.APP_REQUEST);
        }
        double room = MOST_REQUESTED * nodes.stream().mapToDouble(node -> node.allocatable).sum();
        return open == 0 ? 1 : Math.clamp((room - stated) / open, 0, 1);
    }

    private Crowd crowd(int place, double requests) {
        Crew crew = crews().get(place);
        double request = crew.memoryRequest().stated() ? crew.memoryRequest().value()
                : use[place] * base.get(Input.APP_REQUEST) * requests * chance.factor(About.REQUEST, place, base.get(Input.REQUEST_SPREAD));
        Crowd crowd = new Crowd(place, crew.name(), crew.pods(), new Size(use[place], request, use[place] * base.get(Input.APP_GROWTH),
                Double.POSITIVE_INFINITY, base.get(Input.APP_HEADROOM)), crew.meshed() ? Crowd.Kind.MESHED : Crowd.Kind.PLAIN);
        boolean scaled = chance.share(About.SCALED, place) < draw.get(Input.HPA_SHARE);
        crowd.most = crew.most() > 0 ? Math.max(crew.most(), crew.pods())
                : scaled ? (int) Math.ceil(crew.pods() * draw.get(Input.HPA_MAX)) : crew.pods();
        return crowd;
    }

    private void shared(List<Crowd> crowds) {
        double share = draw.get(Input.SHARED_SHARE);
        if (share > 0) {
            int count = (int) Math.ceil(use.length * share / draw.get(Input.SHARED_SERVICES));
            double limit = draw.get(Input.SHARED_LIMIT) == 0 ? Double.POSITIVE_INFINITY : draw.get(Input.SHARED_LIMIT);
            crowds.add(new Crowd(crowds.size(), "shared proxies", count, new Size(draw.get(Input.SHARED_IDLE), SHARED_REQUEST,
                    draw.get(Input.SHARED_GROWTH), limit, draw.get(Input.SHARED_HEADROOM)), Crowd.Kind.SHARED));
        }
    }

    /** Where no node has room for what a pod requests, one like the first is added: people would have to, or the pod would never run. */
    private void place(Plant plant) {
        Machine like = new Machine("added", nodes.getFirst().memory, nodes.getFirst().cores);
        plant.pods().stream().sorted(Comparator.comparingDouble(pod -> chance.share(About.ORDER, pod.id))).forEach(pod -> {
            Node best = Scheduler.choose(nodes, pod);
            if (best == Node.NONE) {
                node(like);
                added++;
                best = nodes.getLast();
            }
            best.add(pod);
            pod.state = Pod.State.READY;
            pod.crowd.ready++;
        });
    }

    /** What evictions have led to before: nodes that would be full already have given pods to those that use least. */
    private void settle(Plant plant) {
        double reserve = draw.get(Input.EVICTION_THRESHOLD);
        for (Node node : nodes) {
            for (int moves = node.pods.size(); moves > 0 && plant.memory(node, 0) + plant.rates().agentIdle() > full(node) - reserve;
                    moves--) {
                Pod pod = node.pods.stream().max(Comparator.comparingDouble(each -> plant.memory(each, 0) - each.request())).orElseThrow();
                Node other = nodes.stream().filter(each -> each != node && each.takes(pod.request()))
                        .min(Comparator.comparingDouble(each -> plant.memory(each, 0) / each.memory)).orElse(node);
                if (plant.memory(other, 0) + plant.memory(pod, 0) + plant.rates().agentIdle() > full(other) - reserve) {
                    break;
                }
                node.remove(pod);
                other.add(pod);
            }
        }
    }

    private static double full(Node node) {
        return SETTLED * node.memory;
    }
}
