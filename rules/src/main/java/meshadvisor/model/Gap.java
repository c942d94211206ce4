package meshadvisor.model;

/**
 * Something we could not see. Never null, never zero, never "no".
 *
 * @param id short name that stays the same, such as {@code code-changeable}
 * @param what the fact that is missing
 * @param why it could not be seen
 * @param remedy the command or the question that settles it
 */
public record Gap(String id, String what, String why, String remedy, Place place) implements Comparable<Gap> {

    /** A gap that stands in no file. */
    public static Gap of(String id, String what, String why, String remedy) {
        return new Gap(id, what, why, remedy, Place.NOWHERE);
    }

    @Override
    public int compareTo(Gap other) {
        int byId = id.compareTo(other.id);
        if (byId != 0) {
            return byId;
        }
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : what.compareTo(other.what);
    }
}
