package meshadvisor.cluster;

import java.util.List;
import meshadvisor.model.Gap;
import meshadvisor.tree.JsonObject;

/** Takes the objects of one list, in its order. */
public interface Taker {

    /** Makes the taker of a list; called on the thread that then reads it. */
    interface Maker<T extends Taker> {
        /**
         * A taker.
         *
         * @param resource such as {@code pods}, {@code virtualservices.networking.istio.io}
         * @param namespace empty for all
         */
        T of(String resource, String namespace);
    }

    /** The next object. */
    void take(JsonObject object);

    /** The list is over; with gaps where it could not be read, or not in full. */
    default void end(List<Gap> gaps) {}

    /** Whether it has all objects of the list from an earlier, interrupted run: then the list is not read. */
    default boolean complete() {
        return false;
    }
}
