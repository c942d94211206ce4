/** Which files are found, read, and left out. */
@NullMarked
package meshadvisor.files;

import org.jspecify.annotations.NullMarked;
