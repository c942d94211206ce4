/** What only a real API server can prove; these tests run in the Maven profile {@code cluster}. */
@NullMarked
package meshadvisor.realcluster;

import org.jspecify.annotations.NullMarked;
