/** The knowledge as records bound to YAML: meshes, rules, images, platforms, prices and languages, each figure with its source and date. */
@NullMarked
package meshadvisor.catalog;

import org.jspecify.annotations.NullMarked;
