package meshadvisor.model;

import java.util.Map;

/**
 * A network policy: which pods it selects.
 *
 * @param selector pod labels; empty for every pod of the namespace
 * @param simple false where the selector has expressions besides labels
 */
public record Segmentation(Meta meta, String by, Map<String, String> selector, boolean simple) {

    public Segmentation {
        selector = Copies.of(selector);
    }
}
