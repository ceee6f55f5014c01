/**
 * Photos and papers of citizens: uploaded before a complaint is lodged, known by a ticket until it claims them, and from then
 * on sealed with its key.
 */
@NullMarked
package id.tanggap.intake.attachment;

import org.jspecify.annotations.NullMarked;
