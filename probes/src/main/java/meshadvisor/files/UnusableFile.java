package meshadvisor.files;

/** A file of ours, such as a snapshot or a run, that cannot be used, and why, in one sentence. */
public final class UnusableFile extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableFile(String sentence) {
        super(sentence);
    }

    /** What is wrong, where, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
