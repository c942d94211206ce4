package meshadvisor.load.wire;

/** What a reader of frames comes upon. */
enum FrameEvent {
    /** More bytes are needed. */
    NONE,
    /** A header block is complete. */
    HEADERS,
    /** A piece of a body. */
    DATA,
    /** A stream was reset. */
    RESET,
    /** A window grew. */
    WINDOW,
    /** One setting. */
    SETTING,
    /** The end of a frame of settings. */
    SETTINGS,
    PING,
    /** The peer begins no more streams, or takes no more. */
    GOAWAY
}
