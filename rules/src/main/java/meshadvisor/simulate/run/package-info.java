/** One surge, event by event: kubelets, the kernel, the scheduler, the autoscaler, the control plane of the mesh, and the traffic. */
@NullMarked
package meshadvisor.simulate.run;

import org.jspecify.annotations.NullMarked;
