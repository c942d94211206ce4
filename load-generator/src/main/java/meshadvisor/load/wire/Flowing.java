package meshadvisor.load.wire;

/** A stream, seen by what does not care for its side. */
interface Flowing {

    StreamFlow flow();

    /** Whether it has something to write once it may. */
    boolean wantsTurn();
}
