package meshadvisor.realcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Variant;
import meshadvisor.cluster.ClusterLook;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.cluster.Patience;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Connection;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.kubeconfig.Environment;
import meshadvisor.kubeconfig.Flags;
import meshadvisor.kubeconfig.Kubeconfigs;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.lab.run.Execution;
import meshadvisor.lab.run.Stopped;
import meshadvisor.lab.run.Surroundings;
import meshadvisor.lab.scene.SceneReading;

/** Carries out a plan of a file, as a program of its own that a test can kill: {@code KUBECONFIG PLAN OUT PROGRAM-FOLDER}. */
final class BenchProgram {

    private static final Duration TIME = Duration.ofSeconds(30);

    private BenchProgram() {}

    public static void main(String[] arguments) throws Exception {
        BenchPlan plan = BenchFiles.plan(Path.of(arguments[1]));
        Path out = Path.of(arguments[2]);
        Surroundings around = new Surroundings(() -> open(Path.of(arguments[0])), variant -> seen(Path.of(arguments[0]), variant),
                Path.of(arguments[3]), InstantSource.system(), run -> {
                    try {
                        BenchFiles.write(out, BenchFiles.text(run));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }, System.err::println);
        try {
            boolean again = Files.exists(out);
            Execution execution = again ? Execution.resume(BenchFiles.run(out), Benches.scene(), around)
                    : Execution.begin(plan, Benches.scene(), around);
            System.out.println(execution.run().end());
        } catch (Stopped refused) {
            System.out.println(refused.sentences());
            System.exit(1);
        }
    }

    /** The way to the cluster of a kubeconfig. */
    static OwnedApi open(Path kubeconfig) {
        Access access = access(kubeconfig);
        return OwnedApi.open(access, Credentials.of(access, environment(kubeconfig), InstantSource.system()), Duration.ofSeconds(30),
                Duration.ofHours(1));
    }

    private static List<Proved> seen(Path kubeconfig, Variant variant) {
        Access access = access(kubeconfig);
        Credentials credentials = Credentials.of(access, environment(kubeconfig), InstantSource.system(), TIME);
        try (ClusterLook look = ClusterLook.open(access, credentials, TIME, Patience.USUAL)) {
            return SceneReading.proved(look, variant);
        }
    }

    private static Environment environment(Path kubeconfig) {
        return new Environment(Map.of("KUBECONFIG", kubeconfig.toString()), Path.of("/nonexistent"), Path.of(""), Path.of("/"));
    }

    private static Access access(Path kubeconfig) {
        return switch (Kubeconfigs.connect(Flags.NONE, environment(kubeconfig))) {
            case Connection.Found found -> found.access();
            case Connection.InCluster in -> in.access();
            case Connection.Refused refused -> throw new IllegalArgumentException(refused.mistakes().toString());
        };
    }
}
