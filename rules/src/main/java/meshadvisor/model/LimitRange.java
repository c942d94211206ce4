package meshadvisor.model;

/** A LimitRange; {@code defaultMemory} is the default limit of containers, {@link Text#NONE} if it sets none. */
public record LimitRange(Meta meta, Text defaultMemory) {}
