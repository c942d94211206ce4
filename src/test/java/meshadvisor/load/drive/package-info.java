/** The driver: with a simulated clock, and on loopback against peers that behave well and badly. */
@NullMarked
package meshadvisor.load.drive;

import org.jspecify.annotations.NullMarked;
