package meshadvisor.load.serve;

import java.nio.channels.SelectionKey;

/** What a loop watches; attached to its key. */
interface Watched {

    /** The key is ready for something it is interested in. */
    void ready(SelectionKey key);
}
