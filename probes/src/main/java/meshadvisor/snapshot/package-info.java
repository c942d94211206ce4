/** Snapshots of clusters as files: written list by list, so that an interrupted run goes on, and read as if the cluster were there. */
@NullMarked
package meshadvisor.snapshot;

import org.jspecify.annotations.NullMarked;
