/** Tests of reading application repositories. */
@NullMarked
package meshadvisor.source;

import org.jspecify.annotations.NullMarked;
