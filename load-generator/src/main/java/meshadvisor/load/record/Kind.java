package meshadvisor.load.record;

/** What a histogram is of. Values are nanoseconds. */
public enum Kind {
    /** Of good answers: completion − intended time. What stands in the way, in the generator too, is in it. */
    LATENCY,
    /** Of requests that failed: failure − intended time. Apart, because failing is often faster. */
    FAILED,
    /** Dispatch − intended time, of every request that was intended: the generator's own error. */
    SCHEDULE,
    /** Sending − dispatch: how long a request waited for a free connection. */
    WAIT,
    /** Of good answers: completion − sending. What tools that time from the actual send call latency. */
    SERVICE;

    /**
     * The tag of this histogram in an interval log, empty for none: that is the latency of the measured phase. The latency of another
     * phase has the phase's name, other histograms of it the name and the kind: {@code step-2-service}.
     */
    public String tag(String phase) {
        String word = Words.of(this);
        if (phase.equals(Recorder.MEASURED)) {
            return this == LATENCY ? "" : word;
        }
        return this == LATENCY ? phase : phase + "-" + word;
    }
}
