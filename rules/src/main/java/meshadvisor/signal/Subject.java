package meshadvisor.signal;

import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;

/**
 * What a rule is asked about: a workload, a route, a policy, the whole cluster.
 *
 * @param object the object that a finding names
 * @param place the place of the element itself, not of the object
 */
public record Subject(ObjectKey object, Place place, Readings readings) {}
