package meshadvisor.model;

/**
 * An amount of processor and memory: what is requested, the limit, what there is or what is used.
 *
 * @param cpuMillis thousandths of a processor
 * @param memoryBytes bytes
 */
public record Resources(Amount cpuMillis, Amount memoryBytes) {

    /** Neither is stated. */
    public static final Resources UNSTATED = new Resources(Amount.UNSTATED, Amount.UNSTATED);
}
