package meshadvisor.tree;

/** A text is no JSON, ends too early, or asks for more than the limits allow. */
public final class BrokenJson extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenJson(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
