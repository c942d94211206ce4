/** What a choice adds in latency, resources, money and work, each number as a range with what it stands on. */
@NullMarked
package meshadvisor.cost;

import org.jspecify.annotations.NullMarked;
