/** Tests of the statistics, and of the whole procedure by simulation. */
@NullMarked
package meshadvisor.measure;

import org.jspecify.annotations.NullMarked;
