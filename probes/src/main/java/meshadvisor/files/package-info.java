/** Finds the manifests under the given paths without following links, within limits on size, depth and number. */
@NullMarked
package meshadvisor.files;

import org.jspecify.annotations.NullMarked;
