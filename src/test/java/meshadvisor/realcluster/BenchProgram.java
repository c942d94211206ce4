package meshadvisor.realcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import meshadvisor.bench.BenchPlan;
import meshadvisor.cluster.OwnedApi;
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

/** Carries out a plan of a file, as a program of its own that a test can kill: {@code KUBECONFIG PLAN OUT PROGRAM-FOLDER}. */
final class BenchProgram {

    private BenchProgram() {}

    public static void main(String[] arguments) throws Exception {
        BenchPlan plan = BenchFiles.plan(Path.of(arguments[1]));
        Path out = Path.of(arguments[2]);
        Surroundings around = new Surroundings(() -> open(Path.of(arguments[0])), Path.of(arguments[3]), InstantSource.system(), run -> {
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
        Environment environment =
                new Environment(Map.of("KUBECONFIG", kubeconfig.toString()), Path.of("/nonexistent"), Path.of(""), Path.of("/"));
        Access access = switch (Kubeconfigs.connect(Flags.NONE, environment)) {
            case Connection.Found found -> found.access();
            case Connection.InCluster in -> in.access();
            case Connection.Refused refused -> throw new IllegalArgumentException(refused.mistakes().toString());
        };
        return OwnedApi.open(access, Credentials.of(access, environment, InstantSource.system()), Duration.ofSeconds(30),
                Duration.ofHours(1));
    }
}
