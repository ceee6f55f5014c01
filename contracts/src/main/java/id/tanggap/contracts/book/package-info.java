/**
 * The record book (buku aduan) as a file: what its columns are called, what stands in them, and how a CSV of it is written. By
 * these words reporting writes it, and intake knows it again when it comes back.
 */
@NullMarked
package id.tanggap.contracts.book;

import org.jspecify.annotations.NullMarked;
