package meshadvisor.prometheus;

import meshadvisor.model.Observed.Peer;

/** From whom to whom, whatever the protocol. */
record Edge(Peer from, Peer to) {

    static Edge of(Names.Key key) {
        return new Edge(key.from(), key.to());
    }
}
