/** Tests of the rules, by their examples, and of the engine behind them. */
@NullMarked
package meshadvisor.rule;

import org.jspecify.annotations.NullMarked;
