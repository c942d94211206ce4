/** What a simulated surge starts from: inputs with their ranges, scenarios, remedies and models of meshes, all read from the catalogue. */
@NullMarked
package meshadvisor.simulate.input;

import org.jspecify.annotations.NullMarked;
