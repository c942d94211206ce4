package meshadvisor.cli;

/** A standard stream of the process. */
public enum Stream {
    IN, OUT, ERR
}
