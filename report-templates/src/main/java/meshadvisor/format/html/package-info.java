/** A page in one file that asks nobody for anything: its parts as data, pictures as lines and words, and the templates that show them. */
@NullMarked
package meshadvisor.format.html;

import org.jspecify.annotations.NullMarked;
