/** What the writers make of reports: whole pages as files to compare, and properties that hold for every report. */
@NullMarked
package meshadvisor.format;

import org.jspecify.annotations.NullMarked;
