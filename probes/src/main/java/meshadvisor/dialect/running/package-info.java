/** Reads what only a running cluster has: nodes, pods with their state, webhooks, quotas, usage. */
@NullMarked
package meshadvisor.dialect.running;

import org.jspecify.annotations.NullMarked;
