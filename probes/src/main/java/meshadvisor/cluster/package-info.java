/** Reads a running cluster through its API server: only GET and LIST, in pages, and each object is mapped as soon as it is there. */
@NullMarked
package meshadvisor.cluster;

import org.jspecify.annotations.NullMarked;
