/** Budgets: what passes, what fails, and what nobody knows. */
@NullMarked
package meshadvisor.gate;

import org.jspecify.annotations.NullMarked;
