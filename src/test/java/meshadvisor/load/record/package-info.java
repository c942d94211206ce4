/** Records of runs: noted, written, read, judged, merged. */
@NullMarked
package meshadvisor.load.record;

import org.jspecify.annotations.NullMarked;
