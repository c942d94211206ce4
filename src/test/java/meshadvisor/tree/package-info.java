/** What the bounded tree does with good, odd and hostile input. */
@NullMarked
package meshadvisor.tree;

import org.jspecify.annotations.NullMarked;
