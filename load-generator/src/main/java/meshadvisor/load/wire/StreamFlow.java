package meshadvisor.load.wire;

/** What every stream has on either side: its number, its two windows and the body that is being written to it. */
final class StreamFlow {

    final SendWindow outgoing = new SendWindow();
    final ReceiveWindow incoming;
    final Body body = new Body();
    int id;
    /** Whether it waits in a {@link Backlog}. */
    boolean queued;

    StreamFlow(int receiveWindow) {
        incoming = new ReceiveWindow(receiveWindow);
    }

    void begin(int newId, int sendWindow) {
        id = newId;
        outgoing.reset(sendWindow);
        incoming.reset();
        body.plain(0);
    }
}
