/** Tests of the walk through the tree. */
@NullMarked
package meshadvisor.advice;

import org.jspecify.annotations.NullMarked;
