/** How facts travel: the topic, the envelope in its headers, the payload and what a reader makes of it. */
@NullMarked
package id.tanggap.contracts.wire;

import org.jspecify.annotations.NullMarked;
