package meshadvisor.lab.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Ends a run in order when somebody presses Ctrl-C or the machine asks it to end: the first signal interrupts the thread that carries it out, which then
 * cleans up; the second leaves what is there to the janitor. Java has no public way to hear the second, so this asks the class that all runtimes have
 * (module jdk.unsupported) by its name; where it is missing, signals do what they always do.
 */
final class Signals implements AutoCloseable {

    private static final int ENDED_BY_SIGNAL = 130;
    private static final List<String> NAMES = List.of("INT", "TERM");

    private final Thread worker;
    private final Consumer<String> say;
    private final String run;
    private final AtomicInteger heard = new AtomicInteger();
    private final List<AutoCloseable> restore = new ArrayList<>();

    Signals(Thread worker, String run, Consumer<String> say) {
        this.worker = worker;
        this.run = run;
        this.say = say;
        NAMES.forEach(this::hear);
    }

    /** Whether a signal came. */
    boolean heard() {
        return heard.get() > 0;
    }

    private void came() {
        if (heard.incrementAndGet() == 1) {
            say.accept(
                    "Ending: what the run made is removed now, which takes up to half a minute. Once more Ctrl-C leaves that to the janitor.");
            worker.interrupt();
        } else {
            say.accept(
                    "Left as it is. Load stops by itself, and the janitor removes everything at the deadline of the run; meshadvisor bench clean --run "
                            + run + " does it now.");
            Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
        }
    }

    private void hear(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler mine = (proxy, method, args) -> {
                if (method.getName().equals("handle")) {
                    came();
                    return proxy;
                }
                return method.getName().equals("hashCode") ? (Object) 1 : method.getName().equals("equals") ? (Object) false : "signals";
            };
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, mine);
            Object which = signal.getConstructor(String.class).newInstance(name);
            Object before = signal.getMethod("handle", signal, handler).invoke(signal, which, proxy);
            restore.add(() -> signal.getMethod("handle", signal, handler).invoke(signal, which, before));
        } catch (ReflectiveOperationException e) {
            say.accept(
                    "Ctrl-C cannot be heard here (" + e + "); if the run is ended by it, the janitor removes everything at the deadline.");
        }
    }

    @Override
    public void close() {
        for (AutoCloseable each : restore) {
            try {
                each.close();
            } catch (Exception e) {
                // The program ends soon; nobody needs the handler of before.
            }
        }
    }
}
