/** Reads Gateways and routes of the Gateway API, at the edge and between services. */
@NullMarked
package meshadvisor.dialect.gateway;

import org.jspecify.annotations.NullMarked;
