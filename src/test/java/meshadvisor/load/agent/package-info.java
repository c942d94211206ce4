/** Tests of the agent: its scripts, its actions, and its results as frames of a log. */
@NullMarked
package meshadvisor.load.agent;

import org.jspecify.annotations.NullMarked;
