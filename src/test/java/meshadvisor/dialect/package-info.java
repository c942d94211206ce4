/** What each dialect reads from small manifests, line by line. */
@NullMarked
package meshadvisor.dialect;

import org.jspecify.annotations.NullMarked;
