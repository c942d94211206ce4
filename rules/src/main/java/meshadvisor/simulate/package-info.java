/** What a surge of traffic does to a cluster with a mesh: shares over everything that is not known, and what each remedy changes. */
@NullMarked
package meshadvisor.simulate;

import org.jspecify.annotations.NullMarked;
