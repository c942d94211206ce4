/** Tests of pictures, which need no page. */
@NullMarked
package meshadvisor.format.html;

import org.jspecify.annotations.NullMarked;
