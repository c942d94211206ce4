package meshadvisor.load.wire;

/** A stream, seen by what does not care for its side. */
interface Flowing {

    StreamFlow flow();
}
