package meshadvisor.cli;

import java.util.function.Consumer;

/** One line on standard error that says what is being done, where that is a terminal; nothing else where it is not. */
final class Progress implements Consumer<String>, AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";

    private final Outside outside;
    private final String doing;
    private final boolean shown;
    private int steps;

    /**
     * @param doing such as {@code reading the cluster prod}
     */
    Progress(Outside outside, String doing) {
        this.outside = outside;
        this.doing = doing;
        this.shown = outside.terminal().streams().contains(Stream.ERR) && !outside.env().getOrDefault("TERM", "").equals("dumb");
        accept("");
    }

    /** The next thing that is done; may be called by several threads. */
    @Override
    public synchronized void accept(String done) {
        if (shown) {
            String line = doing + (done.isEmpty() ? " …" : ": " + done + " (" + ++steps + " kinds)");
            outside.err().print(CLEAR + line.substring(0, Math.min(line.length(), outside.terminal().width() - 1)));
            outside.err().flush();
        }
    }

    @Override
    public synchronized void close() {
        if (shown) {
            outside.err().print(CLEAR);
            outside.err().flush();
        }
    }
}
