package meshadvisor.catalog;

/** A document of the catalogue, or one that a user gives instead, is wrong. */
public final class CatalogueMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    /** Says which document and what is wrong. */
    public CatalogueMistake(String path, String what) {
        super(path + ": " + what);
        this.what = what;
    }

    /** What is wrong, without the document. */
    public String what() {
        return what;
    }
}
