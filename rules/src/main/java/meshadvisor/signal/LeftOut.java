package meshadvisor.signal;

import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;

/**
 * Something that looks like a service and does not count as an application service.
 *
 * @param doubtful whether a person should look: it may be one after all
 */
public record LeftOut(ObjectKey object, String why, Place place, boolean doubtful) {}
