package meshadvisor.bench;

/**
 * What is sent in one cell.
 *
 * @param perSecond requests a second, over all generators, open loop
 * @param connections kept open at most, over all generators
 * @param payloadBytes of each answer
 */
public record Load(Shape shape, Protocol protocol, Reuse reuse, double perSecond, int connections, int payloadBytes) {

    /** How services call each other. */
    public enum Shape {
        /** generator → server. */
        HOP,
        /** generator → front → middle → server. */
        CHAIN,
        /** generator → front, which asks several servers at once. */
        FAN_OUT
    }

    /** What is spoken. */
    public enum Protocol {
        HTTP1, H2C, GRPC, TCP
    }

    /** Whether connections live on. */
    public enum Reuse {
        KEPT, FRESH
    }
}
