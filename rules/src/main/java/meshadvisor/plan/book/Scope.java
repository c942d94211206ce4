package meshadvisor.plan.book;

/** For whom a stage is. */
public enum Scope {
    /** For the whole system, once. */
    ONCE,
    /** For those who go first. */
    FIRST,
    /** For each of the waves that follow. */
    NEXT,
    /** For each wave, the first one too. */
    WAVES
}
