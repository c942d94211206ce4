/** When requests are meant to be sent, how large they are, and how long to go on. Pure: no clock, no socket, seeded chance only. */
@NullMarked
package meshadvisor.load.schedule;

import org.jspecify.annotations.NullMarked;
