package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import meshadvisor.bench.Load;
import meshadvisor.bench.Load.Protocol;
import meshadvisor.bench.Load.Shape;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Step;

/** The servers of a way, and the Services by which they are called. Who calls another comes after it, because it looks its name up once. */
record Servers(Setting setting, Way way) {

    static final int PORT = 8080;
    /** How many servers a fan-out asks at once. */
    static final int FAN = 4;
    /** So many come and go. */
    static final int EXTRA = 2;
    /** Bytes of answers of servers that come and go, if nobody asks for more. */
    static final int MARK = 1;

    /**
     * A server.
     *
     * @param next the name of the server that it calls; empty if it answers by itself
     * @param fan how often it calls it, at the same time
     */
    record Server(String name, Protocol protocol, String next, int fan) {}

    /** Names of a protocol in names of objects. */
    static String word(Protocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    /** All that loads need, each after those that it calls. */
    static List<Server> neededFor(List<Load> loads) {
        Map<String, Server> servers = new LinkedHashMap<>();
        for (Load load : loads) {
            String word = word(load.protocol());
            put(servers, new Server("server-" + word, load.protocol(), "", 1));
            switch (load.shape()) {
                case HOP -> {}
                case CHAIN -> {
                    put(servers, new Server("middle-" + word, load.protocol(), "server-" + word, 1));
                    put(servers, new Server("front-" + word, load.protocol(), "middle-" + word, 1));
                }
                case FAN_OUT -> put(servers, new Server("fan-" + word, load.protocol(), "server-" + word, FAN));
            }
        }
        return List.copyOf(servers.values());
    }

    private static void put(Map<String, Server> servers, Server server) {
        servers.putIfAbsent(server.name, server);
    }

    /** Which server a load calls. */
    static String entry(Load load) {
        return switch (load.shape()) {
            case HOP -> "server-";
            case CHAIN -> "front-";
            case FAN_OUT -> "fan-";
        } + word(load.protocol());
    }

    /** All servers that a request of a load passes, in the order in which it does. */
    static List<String> passed(Load load) {
        String word = word(load.protocol());
        List<String> names = load.shape() == Shape.CHAIN ? List.of("front-", "middle-", "server-")
                : load.shape() == Shape.FAN_OUT ? List.of("fan-", "server-") : List.of("server-");
        return names.stream().map(name -> name + word).toList();
    }

    /** Makes them. */
    List<Step> steps(List<Server> servers) {
        List<Step> steps = new ArrayList<>();
        for (Server server : servers) {
            steps.add(new Step.Apply("a server of " + way.id() + " and its Service", List.of(
                    service(here(), server.name, setting.names().labels(way.id()), port(server.protocol)),
                    job(server, server.name, count()))));
            if (!server.next.isEmpty() || called(server, servers)) {
                steps.add(ready(server));
            }
        }
        servers.stream().map(this::ready).filter(step -> !steps.contains(step)).forEach(steps::add);
        return steps;
    }

    private static boolean called(Server server, List<Server> servers) {
        return servers.stream().anyMatch(each -> each.next.equals(server.name));
    }

    private Step ready(Server server) {
        return new Step.AwaitReady(here(), server.name, count(), way.id(), 180);
    }

    /** Servers that churn adds to Services, and takes from them. Their answers have a byte where those of others have none: so callers know them. */
    List<Step> extras(List<Load> loads) {
        List<Step> steps = new ArrayList<>();
        for (Server server : loads.stream().map(Disturbances::server).distinct().toList()) {
            String name = extra(server);
            steps.add(new Step.Apply("servers of " + way.id() + " that come and go", List.of(
                    job(new Server(name, server.protocol, "", 1), name, EXTRA))));
            steps.add(new Step.AwaitReady(here(), name, EXTRA, way.id(), 180));
        }
        return steps;
    }

    private static String extra(Server server) {
        return server.name + "-extra";
    }

    /** By which the Service of a server has those that come and go, too. */
    Manifest endpoints(Server server) {
        String name = extra(server);
        String protocol = port(server.protocol);
        List<Object> endpoints = IntStream.range(0, EXTRA).mapToObj(pod -> pod == 0 ? name : name + "." + pod)
                .<Object>map(pod -> Tree.of("addresses", List.of("$podip:" + pod), "conditions", Tree.of("ready", true), "nodeName",
                        setting.placed().servers(), "targetRef",
                        Tree.of("kind", "Pod", "namespace", here(), "name", "$podname:" + pod)))
                .toList();
        return new Manifest(Tree.of("apiVersion", "discovery.k8s.io/v1", "kind", "EndpointSlice", "metadata",
                Tree.of("name", name, "namespace", here(), "labels", Tree.both(setting.names().labels(way.id()),
                        Map.of("kubernetes.io/service-name", server.name, "endpointslice.kubernetes.io/managed-by", Names.OWNER))),
                "addressType", "IPv4", "endpoints", endpoints, "ports", List.of(
                        Tree.of("name", portName(protocol), "appProtocol", protocol, "protocol", "TCP", "port", PORT))));
    }

    private static String portName(String protocol) {
        return protocol.equals("kubernetes.io/h2c") ? "http2" : protocol;
    }

    /** The Job of a server, under a name of its own behind the same Service. */
    Manifest job(Server server, String name, int count) {
        Enrolment enrolment = new Enrolment(setting, way);
        return new Pod(name, here(), enrolment.podLabels(server.name), setting.placed().servers(), Pod.Size.measured(setting.pods()),
                arguments(server),
                new Pod.Traits(enrolment.podAnnotations(), count, Pod.Stays.SERVING, "", way.ownTls() ? Enrolment.SECRET : ""),
                setting.deadlineSeconds()).job(setting);
    }

    /** A Service that says which protocol it is. */
    static Manifest service(String namespace, String name, Map<String, String> labels, String protocol) {
        return new Manifest(Tree.of("apiVersion", "v1", "kind", "Service", "metadata",
                Tree.of("name", name, "namespace", namespace, "labels", labels), "spec",
                Tree.of("selector", Tree.of("app", name), "ports", List.of(
                        Tree.of("name", portName(protocol), "appProtocol", protocol, "port", PORT, "targetPort", PORT)))));
    }

    private String port(Protocol protocol) {
        return way.ownTls() ? "https" : switch (protocol) {
            case HTTP1 -> "http";
            case H2C -> "kubernetes.io/h2c";
            case GRPC -> "grpc";
            case TCP -> "tcp";
        };
    }

    private List<String> arguments(Server server) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--listen", "0.0.0.0", "--port", Integer.toString(PORT)));
        if (server.protocol == Protocol.TCP) {
            arguments.addAll(List.of("--protocol", "tcp"));
        }
        if (!way.serviceTime().equals(Way.NO_TIME)) {
            arguments.addAll(List.of("--service-time", way.serviceTime()));
        }
        if (server.name.endsWith("-extra")) {
            arguments.addAll(List.of("--response-size", Integer.toString(MARK)));
        }
        if (!server.next.isEmpty()) {
            String host = setting.names().host(way.id(), server.next);
            arguments.addAll(List.of("--next", "http://" + host + ":" + PORT + "/", "--i-may-load", host, "--fan-out",
                    Integer.toString(server.fan), "--next-protocol", server.protocol == Protocol.H2C ? "h2" : "http1"));
        }
        if (way.ownTls()) {
            arguments.addAll(List.of("--cert", "/keys/server.crt", "--key", "/keys/server.key", "--client-ca", "/keys/ca.crt"));
        }
        return arguments;
    }

    private int count() {
        return setting.pods().servers();
    }

    private String here() {
        return setting.names().namespace(way.id());
    }
}
