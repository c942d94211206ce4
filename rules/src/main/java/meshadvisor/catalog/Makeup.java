package meshadvisor.catalog;

import java.util.List;

/**
 * What a way through a mesh consists of, and which figures say what each part takes. Figures are named by their ids in the same folder.
 *
 * @param variant id of the way, as in {@code variants/}
 * @param hop figure of what one call takes longer; empty where the way adds nothing to it
 * @param hopElsewhere figure of a call to a service that needs no HTTP feature, where only some calls take this way; {@code none} where such a call takes
 *        nothing longer; empty where all calls take this way
 * @param unseen what no figure says, whole sentences
 */
public record Makeup(String variant, String hop, String hopElsewhere, List<Piece> parts, List<String> unseen) {

    /** How many there are of a part. */
    public enum Per {
        /** One in each meshed pod. */
        POD,
        /** One on each node. */
        NODE,
        /** One for each namespace with services that need HTTP features. */
        WAYPOINT,
        /** One for each Gateway of this mesh. */
        GATEWAY,
        /** As many as {@code copies} says. */
        CLUSTER
    }

    /** Which requests pass a part. */
    public enum Carries {
        /** All between meshed services. */
        ALL,
        /** Those to services that need HTTP features. */
        HTTP,
        /** Those that come from outside. */
        ENTERING,
        /** None. */
        NONE
    }

    /**
     * One part.
     *
     * @param part name of the container
     * @param copies how many for each
     * @param requests name of the part in {@code requests.yaml}; empty where {@code reserves} says it
     * @param passes how many of them a request passes
     * @param cpu figures that are added up
     * @param memory likewise
     */
    public record Piece(String part, Per per, int copies, String requests, Reserves reserves, Carries carries, double passes,
            List<String> cpu, List<String> memory) {
        public Piece {
            Given.needed(part, "part");
            Given.needed(per, "per");
            copies = Math.max(1, copies);
            requests = Given.or(requests, "");
            reserves = Given.or(reserves, Reserves.NOTHING);
            carries = Given.or(carries, Carries.NONE);
            cpu = Given.list(cpu);
            memory = Given.list(memory);
        }
    }

    /** What a chart reserves, as Kubernetes writes it; empty where it sets nothing. */
    public record Reserves(String cpu, String memory, String cpuLimit, String memoryLimit, String source, String date) {
        /** No chart says anything. */
        public static final Reserves NOTHING = new Reserves("", "", "", "", "no chart sets anything", "");

        public Reserves {
            cpu = Given.or(cpu, "");
            memory = Given.or(memory, "");
            cpuLimit = Given.or(cpuLimit, "");
            memoryLimit = Given.or(memoryLimit, "");
            Given.needed(source, "source");
            date = Given.or(date, "");
        }
    }

    public Makeup {
        Given.needed(variant, "variant");
        hop = Given.or(hop, "");
        hopElsewhere = Given.or(hopElsewhere, "");
        parts = Given.list(parts);
        unseen = Given.list(unseen);
    }
}
