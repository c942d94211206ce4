package meshadvisor.simulate.run;

/** One pod: an application and, where it has one, its proxy. Memory is in MiB. */
final class Pod {

    /** Where a pod is in its life. */
    enum State {
        /** Without a node. */
        PENDING,
        /** Placed and not ready, for the first time or after a container was killed. */
        STARTING, READY, GONE
    }

    final int id;
    final Crowd crowd;
    final double appIdle;
    final double appRequest;
    final double weight;
    final boolean proxied;
    double proxyRequest;
    double app;
    double proxy;
    long pushedFrom = -1;
    long pushedUntil = -1;
    State state = State.PENDING;
    Node node = Node.NONE;
    int life;
    int tries;
    int restarts;
    long killed = Long.MIN_VALUE / 2;

    Pod(int id, Crowd crowd, double weight, boolean proxied) {
        this.id = id;
        this.crowd = crowd;
        this.appIdle = crowd.appIdle;
        this.appRequest = crowd.appRequest;
        this.weight = weight;
        this.proxied = proxied;
        this.app = appIdle;
    }

    /** What the scheduler reserves. */
    double request() {
        return appRequest + proxyRequest;
    }

    boolean ready() {
        return state == State.READY;
    }
}
