/** What is advised, and that it favours nobody. */
@NullMarked
package meshadvisor.advice;

import org.jspecify.annotations.NullMarked;
