package meshadvisor.bench;

import java.util.Optional;
import meshadvisor.catalog.Kebab;

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

    /** Why it cannot be driven, a whole sentence; empty if it can. */
    public Optional<String> mistake() {
        String word = Kebab.of(protocol);
        if (reuse == Reuse.FRESH && protocol != Protocol.HTTP1) {
            return Optional.of("--connections fresh is for http1, not for " + word);
        }
        return shape == Shape.HOP || protocol == Protocol.HTTP1 || protocol == Protocol.H2C ? Optional.empty()
                : Optional
                        .of("--shapes " + Kebab.of(shape) + " is for http1 and h2c, not for " + word
                                + ": servers call onward in HTTP only");
    }
}
