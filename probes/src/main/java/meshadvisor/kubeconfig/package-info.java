/** From kubectl's flags and kubeconfig files to something with which a client can connect; nothing of a file is executed until its credential is asked for. */
@NullMarked
package meshadvisor.kubeconfig;

import org.jspecify.annotations.NullMarked;
