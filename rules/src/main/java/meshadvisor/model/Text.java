package meshadvisor.model;

/** A value of a manifest and the place where it stands. */
public record Text(String value, Place place) {

    /** Not given. */
    public static final Text NONE = new Text("", Place.NOWHERE);

    /** Whether a value was given. */
    public boolean given() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
