package meshadvisor.plan.convert;

import meshadvisor.model.Place;

/**
 * Something that a conversion does not carry over as it was, or that has to be known about it.
 *
 * @param field of the object, as it is spelt there; empty for the object as a whole
 * @param says what becomes of it, and what to do
 */
public record Remark(Fate fate, String field, Place place, String says) {

    /** What becomes of it. */
    public enum Fate {
        /** It is gone, unless somebody does something else instead. */
        LOST("lost"),
        /** It is there, and does something else in the case that is told. */
        DIFFERS("differs"),
        /** It stays where it is and as it is. */
        STAYS("stays"),
        /** It is carried over, and needs something that is told. */
        NEEDS("needs");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        /** For readers. */
        public String word() {
            return word;
        }
    }

    /** One line for readers. */
    @Override
    public String toString() {
        String at = place.equals(Place.NOWHERE) ? "" : " (" + place + ")";
        return fate.word + ": " + (field.isEmpty() ? "" : field + at + ": ") + says + (field.isEmpty() ? at : "");
    }
}
