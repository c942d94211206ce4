/**
 * Reads a running cluster through its API server: only GET and LIST, in pages, and each object is mapped as soon as it is there. A second client
 * writes, and only to what a benchmark owns.
 */
@NullMarked
package meshadvisor.cluster;

import org.jspecify.annotations.NullMarked;
