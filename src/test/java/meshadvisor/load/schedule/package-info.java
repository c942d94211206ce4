/** When requests are sent, how large they are, and how long to go on: against arithmetic and exact bounds of chance. */
@NullMarked
package meshadvisor.load.schedule;

import org.jspecify.annotations.NullMarked;
