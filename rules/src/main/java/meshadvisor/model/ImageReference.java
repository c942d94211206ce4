package meshadvisor.model;

/** The parts of a reference to an image, such as {@code registry:5000/shop/cart:1.2@sha256:…}. */
public final class ImageReference {

    private ImageReference() {}

    /** The tag of an image reference, empty if it has none. */
    public static String tag(String image) {
        int digest = image.indexOf('@');
        String plain = digest < 0 ? image : image.substring(0, digest);
        int colon = plain.lastIndexOf(':');
        return colon > plain.lastIndexOf('/') ? plain.substring(colon + 1) : "";
    }

    /** The repository of an image reference without tag and digest. */
    public static String repository(String image) {
        int digest = image.indexOf('@');
        String plain = digest < 0 ? image : image.substring(0, digest);
        int colon = plain.lastIndexOf(':');
        return colon > plain.lastIndexOf('/') ? plain.substring(0, colon) : plain;
    }

    /** The last part of the repository of an image reference. */
    public static String name(String image) {
        String repository = repository(image);
        return repository.substring(repository.lastIndexOf('/') + 1);
    }
}
