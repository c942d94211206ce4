/** What each answer costs in money: the same lines for a mesh, for what is cheaper, and for doing nothing, each as a range that says who asserts it. */
@NullMarked
package meshadvisor.cost.money;

import org.jspecify.annotations.NullMarked;
