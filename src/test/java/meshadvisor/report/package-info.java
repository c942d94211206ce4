/** Tests of what is explained. */
@NullMarked
package meshadvisor.report;

import org.jspecify.annotations.NullMarked;
