/** Tests of the program that removes what a benchmark has left. */
@NullMarked
package meshadvisor.load.janitor;

import org.jspecify.annotations.NullMarked;
