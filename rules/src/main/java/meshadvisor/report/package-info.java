/** Everything an assessment has to say, as data that any writer can print without deciding anything. */
@NullMarked
package meshadvisor.report;

import org.jspecify.annotations.NullMarked;
