@NullMarked
package meshadvisor.lab.file;

import org.jspecify.annotations.NullMarked;
