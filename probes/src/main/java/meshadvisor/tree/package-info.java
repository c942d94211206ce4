/** A bounded tree of YAML or JSON over parser events, with line and column on every node, safe on hostile input. */
@NullMarked
package meshadvisor.tree;

import org.jspecify.annotations.NullMarked;
