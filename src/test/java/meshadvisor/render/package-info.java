/** Tests of rendering, with small scripts in the place of the tools. */
@NullMarked
package meshadvisor.render;

import org.jspecify.annotations.NullMarked;
