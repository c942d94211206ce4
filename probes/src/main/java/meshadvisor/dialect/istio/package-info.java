/** Reads the resources of Istio: routes, destination rules, gateways, policies and what installs it. */
@NullMarked
package meshadvisor.dialect.istio;

import org.jspecify.annotations.NullMarked;
