/** Three-valued conditions over signals, the rules made of them, and the decision tree that asks them. */
@NullMarked
package meshadvisor.rule;

import org.jspecify.annotations.NullMarked;
