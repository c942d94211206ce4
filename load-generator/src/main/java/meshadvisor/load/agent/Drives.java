package meshadvisor.load.agent;

import java.nio.file.Path;
import java.util.List;

/** Drives load as the command {@code drive} does. */
public interface Drives {

    /**
     * Drives, and writes {@code run.json} and {@code run.hlog} into a folder as far as there is something to write.
     *
     * @param measuring is run when the measured part begins; not at all if it never does
     */
    Driven drive(List<String> arguments, Path folder, Runnable measuring);

    /**
     * How a drive ended.
     *
     * @param exit what the command would exit with
     * @param said what it said to people
     * @param phases in order
     */
    record Driven(int exit, String said, List<Moment> phases) {
        public Driven {
            phases = List.copyOf(phases);
        }
    }

    /** When a phase began and ended, in milliseconds since the epoch. */
    record Moment(String name, long fromMillis, long toMillis) {}
}
