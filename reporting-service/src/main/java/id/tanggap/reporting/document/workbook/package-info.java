/** The recap as a workbook to be reckoned with. */
@NullMarked
package id.tanggap.reporting.document.workbook;

import org.jspecify.annotations.NullMarked;
