/** Tests of what a git checkout tells about a team: whole histories, packed and not, and repositories broken in many ways. */
@NullMarked
package meshadvisor.checkout;

import org.jspecify.annotations.NullMarked;
