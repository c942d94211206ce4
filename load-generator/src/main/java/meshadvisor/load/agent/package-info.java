/** Carries out a script inside a pod and tells what came of it through its log, because nobody reaches a pod otherwise without more rights. */
@NullMarked
package meshadvisor.load.agent;

import org.jspecify.annotations.NullMarked;
