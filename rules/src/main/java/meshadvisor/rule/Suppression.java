package meshadvisor.rule;

import meshadvisor.model.Place;

/**
 * The wish not to be told of something again.
 *
 * @param rule code or id of the rule
 * @param kind of the object, empty for any
 * @param file pattern for the file with {@code *} for any text, empty for any
 * @param reason mandatory
 * @param until last day on which it holds, {@code yyyy-mm-dd}; empty for ever
 */
public record Suppression(String rule, String kind, String namespace, String name, String file, String reason, String owner, String until,
        Place place) {}
