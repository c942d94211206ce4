package meshadvisor.load.wire;

/** How far a stream came with what it had to write. */
enum Written {
    /** Nothing more is to be written now. */
    ALL,
    /** The buffer is full. */
    BUFFER_FULL,
    /** The window of the stream is used up. */
    STREAM_FULL,
    /** The window of the connection is used up. */
    CONNECTION_FULL
}
