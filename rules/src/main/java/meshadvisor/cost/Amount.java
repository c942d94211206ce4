package meshadvisor.cost;

/**
 * A range with its unit and what it stands on.
 *
 * @param unit such as {@code ms}, {@code millicores}, {@code MiB}, {@code USD/month}
 */
public record Amount(Range range, String unit, Said said) {}
