package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/**
 * Takes the messages of a gRPC stream apart, in whatever pieces they come. Payloads and unknown fields are counted, not kept.
 * A state machine over bytes: prefix, tag, number or length, bytes to skip.
 */
final class EchoReader {

    private enum Part {
        PREFIX, TAG, NUMBER, LENGTH, SKIP
    }

    private static final int WIRE_VARINT = 0;
    private static final int WIRE_FIXED64 = 1;
    private static final int WIRE_BYTES = 2;
    private static final int WIRE_FIXED32 = 5;
    private static final int MOST_SHIFT = 63;

    private Part part = Part.PREFIX;
    private int prefixSeen;
    private boolean compressed;
    private long messageLeft;
    private long length;
    private long number;
    private int shift;
    private int field;
    private long skip;
    private boolean broken;
    private long wanted;
    private long payload;

    void reset() {
        part = Part.PREFIX;
        prefixSeen = 0;
        broken = false;
    }

    /** Reads at most so many bytes, up to the end of one message.
     *
     * @return whether a message ends with the bytes read
     */
    boolean read(ByteBuffer in, int end) {
        while (in.position() < end) {
            if (part == Part.PREFIX ? prefix(in.get()) : content(in, end)) {
                part = Part.PREFIX;
                prefixSeen = 0;
                return true;
            }
        }
        return false;
    }

    /** Whether what was read ends between messages. */
    boolean isBetween() {
        return prefixSeen == 0;
    }

    /** Whether the last message was none of ours: compressed, or not well-formed. */
    boolean isBroken() {
        return broken;
    }

    /** The size of answer that the last message asked for, or -1. */
    int wanted() {
        return (int) Math.min(Integer.MAX_VALUE, wanted);
    }

    /** Bytes of the last message's payload. */
    long payload() {
        return payload;
    }

    /** Bytes of the last message with its prefix. */
    long length() {
        return EchoMessage.PREFIX + length;
    }

    private boolean prefix(byte next) {
        if (prefixSeen == 0) {
            compressed = next != 0;
            length = 0;
        } else {
            length = length << 8 | next & 0xff;
        }
        prefixSeen++;
        if (prefixSeen < EchoMessage.PREFIX) {
            return false;
        }
        messageLeft = length;
        number = 0;
        shift = 0;
        wanted = -1;
        payload = 0;
        broken = compressed;
        part = Part.TAG;
        if (compressed) {
            skip(length);
        }
        return length == 0;
    }

    private boolean content(ByteBuffer in, int end) {
        if (part == Part.SKIP) {
            int skipped = (int) Math.min(skip, end - in.position());
            in.position(in.position() + skipped);
            skip -= skipped;
            messageLeft -= skipped;
            if (skip == 0) {
                part = Part.TAG;
            }
        } else {
            messageLeft--;
            digit(in.get());
        }
        if (messageLeft == 0 && part != Part.TAG) {
            broken = true;
        }
        return messageLeft == 0;
    }

    /** Takes a byte of a varint: of a tag, a number or a length. */
    private void digit(byte next) {
        if (shift < MOST_SHIFT) {
            number |= (next & 0x7fL) << shift;
        }
        shift += 7;
        if (next >= 0) {
            long complete = number;
            number = 0;
            shift = 0;
            complete(complete);
        }
    }

    private void complete(long complete) {
        if (part == Part.TAG) {
            tag(complete);
        } else if (part == Part.NUMBER) {
            if (field == EchoMessage.WANTED_FIELD) {
                wanted = complete & 0xffff_ffffL;
            }
            part = Part.TAG;
        } else {
            if (field == EchoMessage.PAYLOAD_FIELD) {
                payload = complete;
            }
            skip(complete);
        }
    }

    private void tag(long tag) {
        field = (int) (tag >>> 3);
        switch ((int) tag & 7) {
            case WIRE_VARINT -> part = Part.NUMBER;
            case WIRE_FIXED64 -> skip(Long.BYTES);
            case WIRE_BYTES -> part = Part.LENGTH;
            case WIRE_FIXED32 -> skip(Integer.BYTES);
            default -> {
                broken = true;
                skip(messageLeft);
            }
        }
    }

    /** Skips bytes of the message; more than it has makes it broken. */
    private void skip(long bytes) {
        broken |= bytes < 0 || bytes > messageLeft;
        skip = broken ? messageLeft : bytes;
        part = skip == 0 ? Part.TAG : Part.SKIP;
    }
}
