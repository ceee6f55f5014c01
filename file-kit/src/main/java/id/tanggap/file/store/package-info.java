/** Where files lie: whole or not at all, and no longer than somebody knows of them. */
@NullMarked
package id.tanggap.file.store;

import org.jspecify.annotations.NullMarked;
