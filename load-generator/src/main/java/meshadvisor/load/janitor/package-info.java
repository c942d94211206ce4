/** Removes namespaces of a benchmark from inside the cluster, whatever became of the program that made them. */
@NullMarked
package meshadvisor.load.janitor;

import org.jspecify.annotations.NullMarked;
