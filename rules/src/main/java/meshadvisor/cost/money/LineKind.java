package meshadvisor.cost.money;

/** The lines of a sheet. Every answer has every one of them: with an amount, with the reason why it adds nothing, or with why nobody knows. */
public enum LineKind {
    COMPUTE_REQUESTS("compute, by what is requested", Timing.MONTHLY, Role.COMPARED),
    COMPUTE_USAGE("compute, by what is used", Timing.MONTHLY, Role.COMPARED),
    COMPUTE_NODES("compute, by whole nodes", Timing.MONTHLY, Role.COUNTED),
    CONTROL_PLANE("of that: control plane and gateways", Timing.MONTHLY, Role.WITHIN),
    CROSS_ZONE("traffic between zones", Timing.MONTHLY, Role.COUNTED),
    TELEMETRY("telemetry volume", Timing.MONTHLY, Role.COUNTED),
    LICENCES("licences", Timing.MONTHLY, Role.COUNTED),
    PEOPLE("people: operation", Timing.MONTHLY, Role.COUNTED),
    UPGRADES("people: forced upgrades", Timing.MONTHLY, Role.COUNTED),
    CREDITS("credits", Timing.MONTHLY, Role.COUNTED),
    TRAINING("training", Timing.ONCE, Role.COUNTED),
    MIGRATION("migration, both paths running", Timing.ONCE, Role.COUNTED),
    EXIT("leaving again", Timing.ONCE, Role.OWED);

    /** When it is paid. */
    public enum Timing {
        MONTHLY, ONCE
    }

    /** What it does to the totals. */
    public enum Role {
        COUNTED,
        /** Another way to count what a counted line counts. */
        COMPARED,
        /** A part of a counted line. */
        WITHIN,
        /** Paid only if it comes to that. */
        OWED
    }

    private final String title;
    private final Timing timing;
    private final Role role;

    LineKind(String title, Timing timing, Role role) {
        this.title = title;
        this.timing = timing;
        this.role = role;
    }

    /** For readers. */
    public String title() {
        return title;
    }

    /** When it is paid. */
    public Timing timing() {
        return timing;
    }

    /** What it does to the totals. */
    public Role role() {
        return role;
    }

    /** Whether it follows from what stands in the cluster, and not from items of the catalogue. */
    public boolean compute() {
        return this == COMPUTE_REQUESTS || this == COMPUTE_USAGE || this == COMPUTE_NODES || this == CONTROL_PLANE;
    }
}
