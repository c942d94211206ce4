package meshadvisor.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Reads;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cluster.Rights;
import meshadvisor.format.TableJson;
import meshadvisor.format.TableText;
import meshadvisor.format.Visible;
import meshadvisor.prometheus.ServiceProxy;
import meshadvisor.report.Roles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rights that reading a cluster needs: printed as a role, or checked. */
@Command(name = "rbac", sortOptions = false, description = "Print the role that reading a cluster needs, or check what you may read.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor rbac > role.yaml", "  meshadvisor rbac --namespaced -n shop", "  meshadvisor rbac --check"})
final class RbacCommand implements Callable<Integer>, Checks {

    @Option(names = "--check", description = "Ask the cluster what you may read, instead of printing the role.")
    boolean check;

    @Option(names = "--namespaced", description = "Print a Role for each namespace of -n instead of a ClusterRole.")
    boolean namespaced;

    @Option(names = {"-n", "--namespace"}, paramLabel = "NAME", description = "A namespace for --namespaced or --check. Repeatable.")
    Set<String> namespaces = new LinkedHashSet<>();

    @Option(names = {"-A", "--all-namespaces"}, description = "All namespaces; so it is without -n, too.")
    boolean allNamespaces;

    @Option(names = "--prometheus-service", paramLabel = "NAMESPACE/NAME:PORT",
            description = "With the right that assess needs for the same option, to one Service.")
    Optional<String> prometheus = Optional.empty();

    @Option(names = "--call-graph-from-configmaps", description = "With ConfigMaps, as assess reads them with the same option.")
    boolean callGraphFromConfigMaps;

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT",
            description = "How to print what --check found: ${COMPLETION-CANDIDATES} (default: table).")
    Optional<ListFormat> format = Optional.empty();

    @Mixin
    ClusterOptions cluster;

    private final Outside outside;

    RbacCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        usage(mistakes);
        return mistakes;
    }

    private Optional<ClusterAccess> usage(List<Mistake> mistakes) {
        if (check && namespaced) {
            mistakes.add(new UsageMistake("--check asks and --namespaced prints a role: give one of both"));
        }
        if (namespaced && namespaces.isEmpty()) {
            mistakes.add(new UsageMistake("--namespaced needs the namespaces: name each with -n"));
        }
        if (namespaced && allNamespaces) {
            mistakes.add(new UsageMistake("-A and --namespaced: a Role holds in one namespace; leave out one of both"));
        }
        prometheus.flatMap(TrafficInput::serviceMistake).ifPresent(m -> mistakes.add(new UsageMistake(m)));
        namespaces.stream().filter(n -> !n.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"))
                .forEach(n -> mistakes
                        .add(new UsageMistake("-n " + n + " is no name of a namespace: small letters, digits and - make one")));
        if (check) {
            return ClusterAccess.of(cluster, List.of(), outside, mistakes);
        }
        List<String> needless = new ArrayList<>(cluster.given());
        format.ifPresent(f -> needless.add("-o"));
        needless.forEach(o -> mistakes.add(new UsageMistake(o + " belongs to --check: the role is the same for every cluster")));
        if (!namespaced && !namespaces.isEmpty()) {
            mistakes.add(new UsageMistake("-n belongs to --namespaced or --check: a ClusterRole holds in all namespaces"));
        }
        return Optional.empty();
    }

    @Override
    public Integer call() {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<ClusterAccess> way = usage(mistakes);
        MistakesFound.stopAt(mistakes);
        return way.isPresent() ? checked(way.get()) : printed();
    }

    private int printed() {
        Library library = Knowledge.read().library();
        Roles roles = new Roles(Reads.of(library), Reads.withoutNamespace(library), ClusterSource.optIns(callGraphFromConfigMaps));
        outside.out().print(namespaced ? roles.namespaced(namespaces) : roles.cluster());
        service().ifPresent(s -> outside.out().print(Roles.proxied(s.namespace(), s.segment())));
        return ExitCode.OK.code();
    }

    private Optional<ServiceProxy> service() {
        return prometheus.flatMap(ServiceProxy::parse);
    }

    private int checked(ClusterAccess way) {
        Rights.Seen seen;
        try (Progress progress = new Progress(outside, "asking the cluster " + way.access().cluster())) {
            Set<String> wanted = allNamespaces ? Set.of() : namespaces;
            seen = Rights.ask(way.access(), way.credentials(),
                    ClusterSource.query(wanted, callGraphFromConfigMaps, Knowledge.read(), way, ClusterSource.now(outside)), service(),
                    progress);
        }
        switch (format.orElse(ListFormat.TABLE)) {
            case TABLE -> {
                TableText.lines(RightsTable.brief(seen), outside.terminal().width()).forEach(line -> outside.out().print(line + "\n"));
                RightsTable.below(seen).forEach(line -> outside.out().print(Visible.of(line) + "\n"));
            }
            case JSON -> outside.out().print(TableJson.of(Map.of("rights", RightsTable.full(seen))));
        }
        return (seen.nothing() ? ExitCode.CLUSTER : seen.all() ? ExitCode.OK : ExitCode.INPUT).code();
    }
}
