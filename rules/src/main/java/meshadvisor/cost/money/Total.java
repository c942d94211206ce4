package meshadvisor.cost.money;

import meshadvisor.cost.Range;

/**
 * A sum of lines.
 *
 * @param all of everything that has an amount
 * @param withoutAssumed of the lines that nobody had to assume
 * @param assumedShare how much of the middle of it is assumed, from 0 to 1
 */
public record Total(Range all, Range withoutAssumed, double assumedShare) {}
