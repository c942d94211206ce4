/** Finds the manifests under the given paths without following links, within limits on size, depth and number; and programs on the PATH. */
@NullMarked
package meshadvisor.files;

import org.jspecify.annotations.NullMarked;
