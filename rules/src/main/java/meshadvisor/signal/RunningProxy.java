package meshadvisor.signal;

import meshadvisor.model.Container;
import meshadvisor.model.ObjectKey;

/**
 * A proxy that runs in pods of a workload.
 *
 * @param sighting with what it tells of mesh and version
 * @param container as it runs
 * @param pods in which it runs so, of all that the workload has
 * @param injected whether an injector put it there; else it stands in the workload's own template
 */
record RunningProxy(ObjectKey workload, Sighting sighting, Container container, Share pods, boolean injected) {

    /** Some of all. */
    record Share(int part, int whole) {

        /** {@code 2 of 3 pods}. */
        String words() {
            return part + " of " + whole + (whole == 1 ? " pod" : " pods");
        }
    }
}
