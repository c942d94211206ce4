/** What the knowledge recognises in small manifests, and what it must not. */
@NullMarked
package meshadvisor.catalog;

import org.jspecify.annotations.NullMarked;
