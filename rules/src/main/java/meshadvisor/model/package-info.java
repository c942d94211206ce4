/** What was seen of a cluster, as values: workloads, services, edges and policies, each fact with its evidence, each blind spot a gap. */
@NullMarked
package meshadvisor.model;

import org.jspecify.annotations.NullMarked;
