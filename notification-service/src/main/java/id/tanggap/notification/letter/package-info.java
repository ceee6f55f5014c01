/** What goes by post, since no way of ours brought it: an officer prints it and ticks it off. */
@NullMarked
package id.tanggap.notification.letter;

import org.jspecify.annotations.NullMarked;
