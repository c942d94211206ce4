package meshadvisor.plan.book;

/** What somebody sets out to do. */
public enum Journey {
    /** To bring something in. */
    ADOPT,
    /** To run well what is there. */
    KEEP,
    /** To take something out. */
    LEAVE
}
