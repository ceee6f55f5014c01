/** Which faults pass by themselves, and which stay. */
@NullMarked
package id.tanggap.fault;

import org.jspecify.annotations.NullMarked;
