/** What each way between services would add in latency, CPU and memory, predicted from figures of the catalogue or measured ones. */
@NullMarked
package meshadvisor.cost.overhead;

import org.jspecify.annotations.NullMarked;
