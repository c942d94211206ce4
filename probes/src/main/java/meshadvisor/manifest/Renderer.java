package meshadvisor.manifest;

/** Makes manifests from what is none yet. */
public interface Renderer {

    /** Never makes anything: what is unrendered stays a gap. */
    Renderer NONE = source -> new NotTried();

    /** Tries it. Called from several threads at once. */
    Result render(Unrendered source);

    /** What came out. */
    sealed interface Result permits Made, Failed, NotTried {}

    /**
     * Manifests.
     *
     * @param tool the command that made them, such as {@code kubectl kustomize}
     */
    @SuppressWarnings("ArrayRecordComponent") // a copy for safety would cost as much as the reading
    record Made(String tool, byte[] manifests) implements Result {}

    /**
     * Nothing.
     *
     * @param why a clause such as {@code helm is not installed}
     */
    record Failed(String why) implements Result {}

    /** Nobody asked for it. */
    record NotTried() implements Result {}
}
