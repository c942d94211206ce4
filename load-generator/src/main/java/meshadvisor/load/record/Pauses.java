package meshadvisor.load.record;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Listens for pauses of the garbage collector. Notifications, because they tell each pause, where polled counters tell sums; and not a
 * log of the collector, because that is a flag which a run may lack. They tell whole milliseconds; finer is what {@link Hiccups} sees.
 */
final class Pauses implements NotificationListener, AutoCloseable {

    private long count;
    private long totalMillis;
    private long longestMillis;

    private Pauses() {}

    /** Starts to listen. */
    static Pauses listen() {
        Pauses pauses = new Pauses();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (stops(collector.getName()) && collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(pauses, null, null);
            }
        }
        return pauses;
    }

    /** "G1 Concurrent GC" and "ZGC Cycles" tell of work beside the program; other names of work that stops it. */
    private static boolean stops(String collector) {
        return !collector.contains("Concurrent") && !collector.contains("Cycles");
    }

    @Override
    public void handleNotification(Notification notification, Object unused) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
                && notification.getUserData() instanceof CompositeData told) {
            add(GarbageCollectionNotificationInfo.from(told).getGcInfo().getDuration());
        }
    }

    synchronized void add(long millis) {
        count++;
        totalMillis += millis;
        longestMillis = Math.max(longestMillis, millis);
    }

    synchronized Collected collected() {
        return new Collected(count, totalMillis, longestMillis);
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (stops(collector.getName()) && collector instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(this);
                } catch (ListenerNotFoundException e) {
                    // It is the state that was wanted.
                }
            }
        }
    }
}
