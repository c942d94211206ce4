/** From advice to a staged plan: who goes first and why, what is done, how it is checked, and how it is taken back. */
@NullMarked
package meshadvisor.plan;

import org.jspecify.annotations.NullMarked;
