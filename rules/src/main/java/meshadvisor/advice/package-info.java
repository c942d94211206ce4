/** Walks the decision tree for each need, both ways where a fact is unknown, and ranks the meshes that remain. */
@NullMarked
package meshadvisor.advice;

import org.jspecify.annotations.NullMarked;
