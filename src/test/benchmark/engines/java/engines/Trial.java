package engines;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;

/** Plays one engine at every rate and prints a line of tabs for each: engine, rate, quantiles, CPU and allocation of a request. */
final class Trial {
    private static final int CONNECTIONS = 32;
    private static final double WARM_RATE = 10_000;

    private Trial() {}

    /** Arguments: engine, port, seconds of warm-up, seconds of measuring, rates. */
    public static void main(String[] args) throws Exception {
        Engine engine = engine(args[0], new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])));
        engine.play(new Arrivals(WARM_RATE, Double.parseDouble(args[2])));
        for (int i = 4; i < args.length; i++) {
            double rate = Double.parseDouble(args[i]);
            engine.play(new Arrivals(rate, 1));
            System.out.println(args[0] + "\t" + args[i] + "\t" + measured(engine, rate, Double.parseDouble(args[3])));
        }
        System.exit(0);
    }

    private static Engine engine(String name, InetSocketAddress server) throws Exception {
        return switch (name) {
        case "spin" -> new Spin(server, CONNECTIONS);
        case "park" -> new Park(server, CONNECTIONS, 0, 1);
        case "park+20" -> new Park(server, CONNECTIONS, 20_000, 1);
        case "park+40" -> new Park(server, CONNECTIONS, 40_000, 1);
        case "park 1 ms" -> new Park(server, CONNECTIONS, 0, 1_000_000);
        case "netty" -> new Netty(server, CONNECTIONS);
        case "virtual" -> new VirtualThreads(server, CONNECTIONS);
        default -> throw new IllegalArgumentException("no engine " + name);
        };
    }

    private static String measured(Engine engine, double rate, double seconds) throws Exception {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Arrivals arrivals = new Arrivals(rate, seconds);
        long allocated = threads.getTotalThreadAllocatedBytes();
        long used = process.getProcessCpuTime();
        engine.play(arrivals);
        used = process.getProcessCpuTime() - used;
        allocated = threads.getTotalThreadAllocatedBytes() - allocated;
        return String.format("%s\t%.1f\t%.1f", arrivals.quantiles(), used / 1e3 / arrivals.count(), (double) allocated / arrivals.count());
    }
}
