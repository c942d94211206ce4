/** Programs for measuring, started by {@code src/test/benchmark/run} and by no test. */
@NullMarked
package meshadvisor.benchmark;

import org.jspecify.annotations.NullMarked;
