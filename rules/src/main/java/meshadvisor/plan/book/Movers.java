package meshadvisor.plan.book;

/** Which services a way is for. */
public enum Movers {
    /** All of them. */
    ALL,
    /** Those whose traffic is split by weight, as far as manifests show it; all where they show none. */
    SPLIT,
    /** Those that call another one, as far as that is known; all where no call is known. */
    CALLING
}
