/** Reads files with traces, of Jaeger and of OpenTelemetry, and says who calls whom and how requests go on. */
@NullMarked
package meshadvisor.traces;

import org.jspecify.annotations.NullMarked;
