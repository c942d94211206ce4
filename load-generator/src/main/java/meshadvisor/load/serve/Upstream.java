package meshadvisor.load.serve;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import meshadvisor.load.wire.ClientProtocol;
import meshadvisor.load.wire.Http1Client;
import meshadvisor.load.wire.Http2Client;
import meshadvisor.load.wire.Route;

/** A place that is called onward, over connections that are kept. */
final class Upstream {

    /** The most connections to one place that take one call at a time. */
    private static final int MOST = 256;

    private final Onward.Place place;
    private final Onward.Version version;
    private final Selector selector;
    private final Service service;
    private final Tickets tickets = new Tickets();
    private final List<UpstreamLink> all = new ArrayList<>();
    /** Those that have room for a call, the most recently used first: what is not needed falls idle. */
    private final Deque<UpstreamLink> ready = new ArrayDeque<>();
    private int connecting;
    private boolean over;

    Upstream(Onward.Place place, Onward.Version version, Selector selector, Service service) {
        this.place = place;
        this.version = version;
        this.selector = selector;
        this.service = service;
    }

    /**
     * Calls once.
     *
     * @param parent the open call that hears how it ended
     */
    void call(int parent) {
        if (tickets.draw(parent, System.nanoTime()) == Tickets.NONE) {
            service.returned(parent, false);
        } else {
            dispatch();
        }
    }

    /** A connection has room again. */
    void free(UpstreamLink link) {
        list(link);
        dispatch();
    }

    void connected() {
        connecting--;
    }

    /** Nobody can be reached: whoever waits would wait for nothing. */
    void unreachable() {
        connecting--;
        refused();
    }

    /** A connection ended that never took a call: the next would not either, and asking again and again would be an attack. */
    void refused() {
        for (int ticket = tickets.next(); ticket != Tickets.NONE; ticket = tickets.next()) {
            returned(ticket, false);
        }
    }

    void closed(UpstreamLink link) {
        all.remove(link);
        ready.remove(link);
    }

    /** A connection is gone: whoever waits for one needs another. */
    void goOn() {
        if (!over) {
            dispatch();
        }
    }

    /** A call is over. */
    void returned(int ticket, boolean well) {
        int parent = tickets.release(ticket);
        if (parent >= 0) {
            service.returned(parent, well);
        }
    }

    /** Gives up calls that were begun before this time, and the connections on which they hang. */
    void sweep(long begun) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (i < all.size()) {
                all.get(i).sweep(begun);
            }
        }
        for (int ticket = 0; ticket < tickets.size(); ticket++) {
            if (tickets.isOlder(ticket, begun)) {
                service.returned(tickets.giveUp(ticket), false);
            }
        }
    }

    boolean isOlder(int ticket, long time) {
        return tickets.isOlder(ticket, time);
    }

    void close() {
        over = true;
        List.copyOf(all).forEach(UpstreamLink::close);
    }

    ClientProtocol protocol() {
        URI target = place.url();
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        Route route = new Route("http", target.getRawAuthority(), "GET", path + query, List.of());
        return switch (version) {
            case HTTP_1 -> new Http1Client(List.of(route), Http1Client.Reuse.KEEP_ALIVE);
            case HTTP_2 -> new Http2Client(List.of(route));
        };
    }

    InetSocketAddress address() {
        return place.address();
    }

    private void dispatch() {
        while (tickets.waiting() > 0) {
            UpstreamLink link = ready.peekFirst();
            if (link == null) {
                if (connecting < tickets.waiting() && all.size() < most()) {
                    connect();
                }
                return;
            }
            int ticket = tickets.next();
            if (ticket == Tickets.NONE) {
                return;
            }
            ready.removeFirst();
            link.list(false);
            link.send(ticket);
            list(link);
        }
    }

    private void list(UpstreamLink link) {
        if (link.isReady() && !link.isListed()) {
            ready.addFirst(link);
            link.list(true);
        }
    }

    private int most() {
        return switch (version) {
            case HTTP_1 -> MOST;
            case HTTP_2 -> 1;
        };
    }

    private void connect() {
        connecting++;
        UpstreamLink link = new UpstreamLink(this);
        all.add(link);
        link.connect(selector);
    }
}
