/**
 * Imports that are taken back (ADR 39): whether a compiled recap counts what one told, and that none does so until the last of
 * it is gone.
 */
@NullMarked
package id.tanggap.reporting.past;

import org.jspecify.annotations.NullMarked;
