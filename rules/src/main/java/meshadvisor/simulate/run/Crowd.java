package meshadvisor.simulate.run;

import java.util.ArrayList;
import java.util.List;

/** The pods of one service, and how its requests fare. Loads are in what one of its pods usually carries. */
final class Crowd {

    final int id;
    final String name;
    final int usual;
    final double appIdle;
    final double appRequest;
    final double appGrowth;
    final double appLimit;
    final double headroom;
    final Kind kind;
    final List<Pod> pods = new ArrayList<>();
    int wanted;
    int most;
    int ready;
    /** What the ready pods can carry together, as their nodes and limits let them. */
    double speed;
    /** The load on each ready pod. */
    double load = 1;
    /** The connections of each, in what it usually has. */
    double connections = 1;
    double failing;
    double slowness = 1;
    /** Pods that are gone and to which callers still send. */
    int stale;
    /** Those of them that the configuration on its way does not name any more. */
    int leaving;

    Crowd(int id, String name, int usual, Size size, Kind kind) {
        this.id = id;
        this.name = name;
        this.usual = usual;
        this.wanted = usual;
        this.most = usual;
        this.appIdle = size.idle;
        this.appRequest = size.request;
        this.appGrowth = size.growth;
        this.appLimit = size.limit;
        this.headroom = size.headroom;
        this.kind = kind;
    }

    /** What its pods are. */
    enum Kind {
        /** Applications whose pods take part in the mesh. */
        MESHED,
        /** Applications outside of it. */
        PLAIN,
        /** Proxies that services share. */
        SHARED
    }

    /**
     * Of one pod without its proxy, in MiB.
     *
     * @param growth for each usual load more
     * @param limit infinite for none
     * @param headroom the load that it can carry
     */
    record Size(double idle, double request, double growth, double limit, double headroom) {}
}
