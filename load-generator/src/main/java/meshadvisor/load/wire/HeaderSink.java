package meshadvisor.load.wire;

/** Takes the fields of a header block one by one. */
interface HeaderSink {

    /** Whether the value under this name is of interest: others need not be decoded. */
    boolean wants(Octets name);

    /** A name is spelled with capital letters, which is malformed. */
    void misnamed();

    /** A field that is of interest. Both views are valid during the call only. */
    void field(Octets name, Octets value);
}
