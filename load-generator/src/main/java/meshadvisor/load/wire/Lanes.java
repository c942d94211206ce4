package meshadvisor.load.wire;

import org.jspecify.annotations.Nullable;

/** The streams that stay open for many messages: as many for each route as were asked for, used by turns. */
final class Lanes {

    private final ClientStreams streams;
    private final int perRoute;
    /** Numbers of streams, 0 for none; those of a route lie side by side. */
    private final int[] ids;
    private final int[] turns;
    private int vacant;

    Lanes(ClientStreams streams, int routes, int perRoute) {
        this.streams = streams;
        this.perRoute = perRoute;
        ids = new int[routes * perRoute];
        turns = new int[routes];
    }

    /** The stream whose turn it is, or null if one is to be opened. */
    @Nullable
    ClientStream next(int route, boolean mayOpen) {
        int first = route * perRoute;
        for (int i = 0; i < perRoute; i++) {
            int lane = first + turns[route];
            turns[route] = (turns[route] + 1) % perRoute;
            var stream = open(lane);
            if (stream != null) {
                return stream;
            }
            if (mayOpen) {
                vacant = lane;
                return null;
            }
        }
        throw new IllegalStateException("no stream for this route");
    }

    /** The stream that {@link #next} asked for is open. */
    void opened(int id) {
        ids[vacant] = id;
    }

    /** How many routes have no open stream. */
    int missing() {
        int missing = 0;
        for (int route = 0; route < turns.length; route++) {
            missing += hasOpen(route) ? 0 : 1;
        }
        return missing;
    }

    private boolean hasOpen(int route) {
        for (int lane = route * perRoute; lane < (route + 1) * perRoute; lane++) {
            if (open(lane) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable ClientStream open(int lane) {
        var stream = ids[lane] == 0 ? null : streams.get(ids[lane]);
        return stream == null || stream.closed ? null : stream;
    }
}
