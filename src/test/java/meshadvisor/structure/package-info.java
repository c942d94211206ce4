/** The structure as a test: who may import whom, what the core may not touch, how things may be named. */
@NullMarked
package meshadvisor.structure;

import org.jspecify.annotations.NullMarked;
