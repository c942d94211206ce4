package meshadvisor.model;

/**
 * Why something is believed.
 *
 * @param sentence what was seen, complete without the place
 */
public record Evidence(String sentence, Place place) implements Comparable<Evidence> {

    /** Evidence that is the absence of something, or a statement of the user, and so stands nowhere. */
    public static Evidence of(String sentence) {
        return new Evidence(sentence, Place.NOWHERE);
    }

    @Override
    public int compareTo(Evidence other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : sentence.compareTo(other.sentence);
    }

    @Override
    public String toString() {
        return place.equals(Place.NOWHERE) ? sentence : sentence + " (" + place + ")";
    }
}
