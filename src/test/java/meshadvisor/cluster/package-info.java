/** Reading a cluster, against a double of an API server that fails in every way that real ones and the networks before them do. */
@NullMarked
package meshadvisor.cluster;

import org.jspecify.annotations.NullMarked;
