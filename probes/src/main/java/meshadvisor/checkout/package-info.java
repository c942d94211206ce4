/** Who works on a git checkout: reads references, packs and commits itself, runs nothing, writes nothing, and gives up quietly. */
@NullMarked
package meshadvisor.checkout;

import org.jspecify.annotations.NullMarked;
