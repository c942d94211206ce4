/** What a cluster is before a benchmark: nodes and their room, which variants are there, what is refused, what makes it look like production. */
@NullMarked
package meshadvisor.lab.scene;

import org.jspecify.annotations.NullMarked;
