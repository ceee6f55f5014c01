/** The recap as a report that an office signs and files. */
@NullMarked
package id.tanggap.reporting.document;

import org.jspecify.annotations.NullMarked;
