/** Who calls, what they bring and take, how long they are waited for, and what they are told when that is too long. */
@NullMarked
package id.tanggap.edge.client;

import org.jspecify.annotations.NullMarked;
