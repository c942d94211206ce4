/** What the code of the services tells: which program is whose, and what follows from it. */
@NullMarked
package meshadvisor.signal.code;

import org.jspecify.annotations.NullMarked;
