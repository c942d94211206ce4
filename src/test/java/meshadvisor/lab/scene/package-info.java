@NullMarked
package meshadvisor.lab.scene;

import org.jspecify.annotations.NullMarked;
