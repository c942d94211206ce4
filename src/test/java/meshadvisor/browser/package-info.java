/** What only a real browser can prove; these tests carry the tag {@code browser} and are skipped where there is no Chromium. */
@NullMarked
package meshadvisor.browser;

import org.jspecify.annotations.NullMarked;
