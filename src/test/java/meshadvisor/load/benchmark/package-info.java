/** What a request costs the load generator itself, by JMH: see src/test/benchmark/jmh. */
@NullMarked
package meshadvisor.load.benchmark;

import org.jspecify.annotations.NullMarked;
