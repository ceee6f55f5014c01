/** Texts as QR codes that are drawn. */
@NullMarked
package id.tanggap.qr;

import org.jspecify.annotations.NullMarked;
