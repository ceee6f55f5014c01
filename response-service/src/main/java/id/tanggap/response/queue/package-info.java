/** The lists that officers work through, and what they count. */
@NullMarked
package id.tanggap.response.queue;

import org.jspecify.annotations.NullMarked;
