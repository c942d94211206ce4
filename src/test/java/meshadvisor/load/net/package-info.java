/** TLS: certificates and keys as files, made for each test. */
@NullMarked
package meshadvisor.load.net;

import org.jspecify.annotations.NullMarked;
