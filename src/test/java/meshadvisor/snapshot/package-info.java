/** Snapshots of clusters as files: written, broken, redacted, joined. */
@NullMarked
package meshadvisor.snapshot;

import org.jspecify.annotations.NullMarked;
