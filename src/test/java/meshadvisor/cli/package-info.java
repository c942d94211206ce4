/** The program from outside: command lines, what they print, exit codes, start. */
@NullMarked
package meshadvisor.cli;

import org.jspecify.annotations.NullMarked;
