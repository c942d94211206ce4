package meshadvisor.prometheus;

import java.io.InputStream;

/** A way to a Prometheus: its own address, or the API server in front of it. Bounds on time and size are not its business. */
public interface Fetch {

    /** What it leads to, for a sentence: {@code https://prometheus.example}. */
    String name();

    /**
     * Sends one GET. Nothing is thrown for what the other side does.
     *
     * @param path begins with {@code /}, is encoded, and has its query behind {@code ?}
     */
    Answer get(String path) throws InterruptedException;

    /** What came of it. */
    sealed interface Answer {}

    /** The body of an answer with status 200; the reader closes it. */
    record Body(InputStream content) implements Answer {}

    /**
     * No answer that could be used.
     *
     * @param why what happened and where, without a full stop
     * @param remedy what to do
     */
    record Refused(Reach reach, String why, String remedy) implements Answer {}

    /** How far a refusal reaches. */
    enum Reach {
        /** Another question may be answered. */
        QUESTION,
        /** Whatever is asked will be refused. */
        ALL
    }
}
