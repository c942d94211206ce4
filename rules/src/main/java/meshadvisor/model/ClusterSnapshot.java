package meshadvisor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that was read, as one value.
 *
 * @param definitions every definition of every object, in the order of their places; alternatives of one object stand beside each other
 * @param origin what was read
 * @param live what only a running cluster has
 * @param inputs what happened while reading
 * @param observed what was seen of the requests themselves
 * @param code what application repositories say
 */
public record ClusterSnapshot(Origin origin, List<Meta> definitions, Running running, Traffic traffic, Policies policies,
        Installed installed, Live live, List<Use> uses, Inputs inputs, Observed observed, Code code) {

    /**
     * What was read.
     *
     * @param paths as the user gave them
     * @param asOf the day at which expiry and age are judged, {@code yyyy-mm-dd}
     */
    public record Origin(List<String> paths, String asOf, Team team) {
        public Origin {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Who works on it, where the path is a git checkout.
     *
     * @param authors number of different authors, -1 if it could not be seen
     * @param owners places of CODEOWNERS files
     */
    public record Team(int authors, List<Place> owners) {
        /** Not seen. */
        public static final Team UNSEEN = new Team(-1, List.of());

        public Team {
            owners = List.copyOf(owners);
        }
    }

    /** What runs. Each definition of an object is an element of its own. */
    public record Running(List<Workload> workloads, List<Service> services, List<Meta> namespaces, List<LimitRange> limitRanges) {
        public Running {
            workloads = List.copyOf(workloads);
            services = List.copyOf(services);
            namespaces = List.copyOf(namespaces);
            limitRanges = List.copyOf(limitRanges);
        }
    }

    /** How requests travel; routes and conducts are the same objects, for those who judge them and for those who write them again. */
    public record Traffic(List<Route> routes, List<Conduct> conducts, List<Reference> references, List<Provision> provisions,
            List<Delivery> deliveries, List<Edge> edges) {
        public Traffic {
            routes = List.copyOf(routes);
            conducts = List.copyOf(conducts);
            references = List.copyOf(references);
            provisions = List.copyOf(provisions);
            deliveries = List.copyOf(deliveries);
            edges = List.copyOf(edges);
        }
    }

    /** Who may do what, and what else is attached to pods. */
    public record Policies(List<IdentityPolicy> identity, List<MtlsSetting> mtls, List<Segmentation> segmentation,
            List<Attached> attached) {
        public Policies {
            attached = List.copyOf(attached);
            identity = List.copyOf(identity);
            mtls = List.copyOf(mtls);
            segmentation = List.copyOf(segmentation);
        }
    }

    /**
     * What is installed or changed by other means than plain objects.
     *
     * @param gatewayClasses class of each Gateway object, by its definition
     */
    public record Installed(List<Install> installs, List<Patch> patches, Map<Meta, Text> gatewayClasses) {
        public Installed {
            installs = List.copyOf(installs);
            patches = List.copyOf(patches);
            gatewayClasses = Copies.of(gatewayClasses);
        }
    }

    /**
     * What happened while reading.
     *
     * @param files read
     * @param documents read, those that failed included
     * @param understood documents of them that were understood
     * @param read files with their digests, sorted; none of what came from a cluster
     */
    public record Inputs(int files, int documents, int understood, List<InputProblem> problems, List<Gap> gaps, List<InputFile> read) {
        public Inputs {
            read = read.stream().sorted().toList();
            problems = List.copyOf(problems);
            gaps = List.copyOf(gaps);
        }

        /** How much could not be read at all, or is more than is read. */
        public int unreadable() {
            return (int) problems.stream().map(InputProblem::kind)
                    .filter(k -> k == InputProblem.Kind.UNREADABLE || k == InputProblem.Kind.LIMIT).count();
        }
    }

    public ClusterSnapshot {
        definitions = List.copyOf(definitions);
        uses = List.copyOf(uses);
    }

    /** The same, with what was seen of the requests and what of them could not be seen. */
    public ClusterSnapshot with(Observed seen, List<Gap> unseen) {
        List<Gap> gaps = new ArrayList<>(inputs.gaps());
        gaps.addAll(unseen);
        Inputs all = new Inputs(inputs.files(), inputs.documents(), inputs.understood(), inputs.problems(), gaps,
                inputs.read());
        return new ClusterSnapshot(origin, definitions, running, traffic, policies, installed, live, uses, all, seen, code);
    }

    /** The same, with other files that were read. */
    public ClusterSnapshot reading(List<InputFile> others) {
        List<InputFile> read = new ArrayList<>(inputs.read());
        read.addAll(others);
        Inputs all = new Inputs(inputs.files(), inputs.documents(), inputs.understood(), inputs.problems(), inputs.gaps(), read);
        return new ClusterSnapshot(origin, definitions, running, traffic, policies, installed, live, uses, all, observed, code);
    }

    /** The same, with what application repositories say. */
    public ClusterSnapshot with(Code said) {
        return new ClusterSnapshot(origin, definitions, running, traffic, policies, installed, live, uses, inputs, observed, said);
    }

    /** The same with other calls between services. */
    public ClusterSnapshot calling(List<Edge> edges) {
        Traffic changed = new Traffic(traffic.routes(), traffic.conducts(), traffic.references(), traffic.provisions(),
                traffic.deliveries(), edges);
        return new ClusterSnapshot(origin, definitions, running, changed, policies, installed, live, uses, inputs, observed, code);
    }
}
