/** Reads Ingresses and what their annotations ask of nginx. */
@NullMarked
package meshadvisor.dialect.ingress;

import org.jspecify.annotations.NullMarked;
