/** The driver: sends each request at its intended time over real connections and times the answers. */
@NullMarked
package meshadvisor.load.drive;

import org.jspecify.annotations.NullMarked;
