/** What tests of the rules and signals share: the knowledge as it stands in the repository, small scans, and the examples of the rules. */
@NullMarked
package meshadvisor.support;

import org.jspecify.annotations.NullMarked;
