/** Reads the Service Mesh Interface: traffic splits and traffic targets. */
@NullMarked
package meshadvisor.dialect.smi;

import org.jspecify.annotations.NullMarked;
