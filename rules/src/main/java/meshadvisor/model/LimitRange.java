package meshadvisor.model;

import java.util.List;

/**
 * A LimitRange.
 *
 * @param defaultMemory the default limit of containers, {@link Text#NONE} if it sets none
 */
public record LimitRange(Meta meta, Text defaultMemory, List<Limit> limits) {

    /**
     * What it says of one type of object.
     *
     * @param type {@code Container} or {@code Pod}
     * @param limit that a container gets which states none
     * @param request likewise
     * @param max that is admitted
     */
    public record Limit(String type, Resources limit, Resources request, Resources max, Place place) {}

    public LimitRange {
        limits = List.copyOf(limits);
    }
}
