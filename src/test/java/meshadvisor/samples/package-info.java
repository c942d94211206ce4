/** The sample clusters: each ends where it says, and together they reach every leaf of the tree. */
@NullMarked
package meshadvisor.samples;

import org.jspecify.annotations.NullMarked;
