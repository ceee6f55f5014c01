/** The recap as a report that an office signs and files, and the letter with which it is sent (ADR 17, 18). */
@NullMarked
package id.tanggap.reporting.document.paper;

import org.jspecify.annotations.NullMarked;
