/** Sets a page on paper: a tagged PDF with everything in it that it needs. Loaded only when a PDF is asked for. */
@NullMarked
package meshadvisor.format.paper;

import org.jspecify.annotations.NullMarked;
