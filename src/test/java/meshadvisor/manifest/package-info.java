/** Tests of what files say together: kustomizations and their patches, charts, placeholders, calls, and what is no manifest at all. */
@NullMarked
package meshadvisor.manifest;

import org.jspecify.annotations.NullMarked;
