package meshadvisor.load.serve;

/** Whoever asked, and waits for answers. */
interface Caller {

    /** When what has just arrived was read, as {@link System#nanoTime} tells time. */
    long readAt();

    /** Answers a call from within its arrival. */
    void answer(int call, int status, int bytes);

    /** Answers a call that may have arrived long ago, and sends the answer. */
    void answerLater(int call, int status, int bytes);
}
