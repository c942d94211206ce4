package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import meshadvisor.bench.Load;
import meshadvisor.bench.Load.Protocol;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Target;
import meshadvisor.bench.Step;

/** The pods that drive a way in one block, and the script of what they do. */
record Generators(Setting setting, Way way) {

    private static final int CONNECTIONS_OF_FRESH = 64;

    /** Drives cells of a block. */
    Step.Drive drive(int block, List<Step.Cell> cells) {
        String name = "drive-" + block;
        Enrolment enrolment = new Enrolment(setting, way);
        int atMost = Durations.drive(cells.size(), setting.design()) * 2 + 120;
        Manifest job = new Pod(name, here(), enrolment.podLabels("generator"), setting.placed().generators(),
                Pod.Size.measured(setting.pods()), script(block, cells).arguments(), new Pod.Traits(enrolment.podAnnotations(),
                        setting.pods().generators(), Pod.Stays.ONCE, "", way.ownTls() ? Enrolment.SECRET : ""),
                Math.min(atMost, setting.deadlineSeconds())).job(setting);
        return new Step.Drive(setting.design().session(), block, way.id(), cells, job, atMost);
    }

    private Script script(int block, List<Step.Cell> cells) {
        Script script = new Script();
        script.say("clock-first");
        for (Step.Cell cell : cells) {
            List<Pages.Page> pages = pages(cell);
            pages.forEach(page -> fetch(script, cell, FetchName.When.BEFORE, page));
            if (setting.pods().generators() > 1) {
                script.rendezvous(cell.name() + "-start", "http://rendezvous." + setting.names().control() + ".svc.cluster.local:8080/"
                        + way.id() + "-" + block, setting.pods().generators());
            }
            Disturbances.post(way, cell).ifPresent(post -> script.postLater(cell.name() + "-post", post.url(), post.afterSeconds()));
            if (watched(cell)) {
                script.poll(cell.name() + "-who",
                        "http://" + setting.names().host(way.id(), Servers.entry(cell.load())) + ":" + Servers.PORT
                                + "/",
                        setting.design().plateauSeconds());
            }
            script.drive(cell.name(), arguments(block, cell));
            pages.forEach(page -> fetch(script, cell, FetchName.When.AFTER, page));
        }
        script.say("clock-last");
        return script;
    }

    /** Who answers is looked at where servers come and go, and a plain request of HTTP can tell. */
    private boolean watched(Step.Cell cell) {
        return cell.scenarios().contains(Order.Scenario.CHURN) && cell.load().protocol() != Protocol.TCP && !way.ownTls();
    }

    private static void fetch(Script script, Step.Cell cell, FetchName.When when, Pages.Page page) {
        script.fetch(new FetchName(cell.name(), when, page.name(), page.from()).toString(), page.url(), page.keep());
    }

    /** A server or proxy that is replaced meanwhile begins to count anew: its pages would say nothing. */
    private List<Pages.Page> pages(Step.Cell cell) {
        if (!cell.disturbance().isEmpty()) {
            return List.of();
        }
        List<String> servers = setting.order().target().isEmpty() ? Servers.passed(cell.load()) : List.of();
        return Pages.of(way.variant().during(cell.scenarios()).prove(), servers, setting.pods().servers(),
                Stream.of(setting.placed().generators(), setting.placed().servers()).distinct().toList());
    }

    private List<String> arguments(int block, Step.Cell cell) {
        Load load = cell.load();
        int generators = setting.pods().generators();
        List<Target> target = setting.order().target();
        String host = target.isEmpty() ? setting.names().host(way.id(), Servers.entry(load)) : target.getFirst().host();
        List<String> arguments = new ArrayList<>(List.of("--rate", decimal(load.perSecond() / generators), "--duration",
                setting.design().plateauSeconds() + "s", "--warmup", setting.design().warmUpSeconds() + "s", "--protocol",
                protocol(load), "--connections", Integer.toString(Math.max(1, connections(load) / generators)), "--quantile",
                quantile(load.perSecond() / generators * setting.design().plateauSeconds()), "--seed",
                Long.toString(setting.design().seed() + block), "--i-may-load", host));
        if (load.payloadBytes() > 0) {
            arguments.addAll(List.of(load.protocol() == Protocol.TCP ? "--payload" : "--response-size",
                    Integer.toString(load.payloadBytes())));
        }
        if (way.ownTls()) {
            arguments.addAll(List.of("--cacert", "/keys/ca.crt", "--cert", "/keys/client.crt", "--key", "/keys/client.key"));
        }
        if (!target.isEmpty()) {
            arguments.addAll(List.of("--method", target.getFirst().method().name(), target.getFirst().url()));
            return arguments;
        }
        String scheme = way.ownTls() ? "https" : load.protocol() == Protocol.TCP ? "tcp" : "http";
        arguments.add(scheme + "://" + host + ":" + Servers.PORT + (load.protocol() == Protocol.TCP ? "" : "/"));
        return arguments;
    }

    private static int connections(Load load) {
        return load.reuse() == Load.Reuse.FRESH ? Math.max(load.connections(), CONNECTIONS_OF_FRESH) : load.connections();
    }

    private static String protocol(Load load) {
        return switch (load.protocol()) {
            case HTTP1 -> load.reuse() == Load.Reuse.FRESH ? "http1-close" : "http1";
            case H2C -> "h2";
            case GRPC -> "grpc";
            case TCP -> "tcp";
        };
    }

    /** The highest quantile for which there are 100 samples above it, as the load generator wants it. */
    private static String quantile(double samples) {
        return samples >= 100_000 ? "p99.9" : samples >= 10_000 ? "p99" : samples >= 2_000 ? "p95" : samples >= 1_000 ? "p90"
                : samples >= 400 ? "p75" : "p50";
    }

    private static String decimal(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.3f", number);
    }

    private String here() {
        return setting.names().namespace(way.id());
    }
}
