/** What the catalogue knows of the ways into a mesh, out of one, and past one: stages with holes that a system fills. */
@NullMarked
package meshadvisor.plan.book;

import org.jspecify.annotations.NullMarked;
