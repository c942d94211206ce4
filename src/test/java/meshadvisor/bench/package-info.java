@NullMarked
package meshadvisor.bench;

import org.jspecify.annotations.NullMarked;
