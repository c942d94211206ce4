/** One writer per output format, each pure in the report: the same report gives the same bytes everywhere. */
@NullMarked
package meshadvisor.format;

import org.jspecify.annotations.NullMarked;
