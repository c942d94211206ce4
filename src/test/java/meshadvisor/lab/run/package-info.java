@NullMarked
package meshadvisor.lab.run;

import org.jspecify.annotations.NullMarked;
