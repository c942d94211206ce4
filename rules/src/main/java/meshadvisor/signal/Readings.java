package meshadvisor.signal;

/** Readings by the name of their signal. */
@FunctionalInterface
public interface Readings {

    /**
     * The reading of that signal.
     *
     * @throws UnknownSignal if nothing computes a signal of that name
     */
    Reading of(String signal);

    /** These readings with one of them replaced. */
    default Readings with(String signal, Reading reading) {
        return name -> name.equals(signal) ? reading : of(name);
    }
}
