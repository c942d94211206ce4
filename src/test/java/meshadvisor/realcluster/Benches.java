package meshadvisor.realcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence.There;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variants;
import meshadvisor.bench.planning.Planned;
import meshadvisor.bench.planning.Planning;
import meshadvisor.files.UnusableFile;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.support.Knowledge;

/** Small benchmarks, and what they need. */
final class Benches {

    /** What the build puts beside each other. */
    static final Path PROGRAM = Path.of("../load-generator/target").toAbsolutePath().normalize();

    private static String node = "";

    private Benches() {}

    /** A cluster of one node, as far as plans care. */
    static Scene scene() {
        Map<String, Scene.Presence> there = new HashMap<>();
        List.of("baseline", "baseline-again", "app-mtls").forEach(id -> there.put(id, new There("", "", "")));
        there.put("istio-sidecar", new There("1.31", "default", "upstream-envoy"));
        return new Scene("lab", "https://lab", List.of(new Scene.Node(node, "", 2000, 1500, 8000, 6000, "", "")), there, List.of(),
                Map.of(),
                List.of(), List.of(), List.of());
    }

    /**
     * A plan of one rate and short plateaus.
     *
     * @param image of the pods
     */
    static BenchPlan plan(Lab lab, String run, List<String> variants, String image, int blocks) {
        node = lab.kubectl("get", "nodes", "-o", "jsonpath={.items[0].metadata.name}").good();
        List<Load> loads =
                Stream.of(50, 150).map(rate -> new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, rate, 4, 1024)).toList();
        Order order = new Order(variants, loads, List.of(),
                new Order.Design(7, List.of(blocks), 0.1, new Margin.Share(0.1), 2, 5, 3600, 1, List.of()),
                new Order.Pods(image, Order.Program.CONFIG_MAPS, 200, 200, 192, Order.Placement.SAME_NODE, 1, 1, Order.Style.AS_SHIPPED));
        return switch (Planning.of(run, order, scene(), Variants.of(Knowledge.LIBRARY), files())) {
            case Planned.Possible possible -> possible.plan();
            case Planned.Impossible impossible -> throw new AssertionError(impossible.mistakes());
        };
    }

    /** The same that ends by itself after so many seconds. */
    static BenchPlan ending(BenchPlan plan, int seconds) {
        String text = BenchFiles.text(plan).replace("\"$deadline:" + plan.deadlineSeconds() + "\"", "\"$deadline:" + seconds + "\"");
        try {
            Path file = Files.createTempFile("plan", ".json");
            try {
                Files.writeString(file, text);
                return BenchFiles.plan(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | UnusableFile e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with something more in the namespace of helpers, before any pod is made there. */
    static BenchPlan with(BenchPlan plan, Map<String, Object> object) {
        List<Step> steps = new ArrayList<>(plan.steps());
        steps.add(1, new Step.Apply("what is in the way", List.of(new Manifest(object))));
        return new BenchPlan(plan.run(), plan.order(), plan.variants(), plan.notRun(), plan.cautions(), plan.placed(), plan.rights(),
                plan.peak(), plan.deadlineSeconds(), plan.expectedSeconds(), steps);
    }

    private static List<Step.File> files() {
        try (Stream<Path> all = Files.list(PROGRAM)) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().map(Benches::file).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step.File file(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Step.File(file.getFileName().toString(), bytes.length,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A program that carries out a plan. */
    static Process start(Lab lab, BenchPlan plan, Path folder) throws IOException {
        Path file = folder.resolve(plan.run() + "-plan.json");
        BenchFiles.write(file, BenchFiles.text(plan));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"),
                BenchProgram.class.getName(), lab.admin().toString(), file.toString(), out(folder, plan).toString(), PROGRAM.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve(plan.run() + ".log").toFile()).start();
    }

    /** Where its result goes. */
    static Path out(Path folder, BenchPlan plan) {
        return folder.resolve(plan.run() + "-run.json");
    }

    /** Every object of every kind, but those that come and go by themselves. */
    static Set<String> everything(Lab lab) {
        TreeSet<String> all = new TreeSet<>();
        for (String line : lab.kubectl("api-resources", "--verbs=list", "-o", "name").good().lines().toList()) {
            if (!line.startsWith("events") && !line.contains("metrics.k8s.io") && !line.startsWith("leases.")) {
                lab.kubectl("get", line, "-A", "--ignore-not-found", "-o",
                        "jsonpath={range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name}{\"\\n\"}{end}").good().lines()
                        .forEach(all::add);
            }
        }
        return all;
    }
}
