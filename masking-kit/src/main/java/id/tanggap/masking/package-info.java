/**
 * What identifies a person in a text, found by its shape or by the words around it, and taken out. Knows no complaint and
 * keeps nothing.
 */
@NullMarked
package id.tanggap.masking;

import org.jspecify.annotations.NullMarked;
