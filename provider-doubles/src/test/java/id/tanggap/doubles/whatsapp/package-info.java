@NullMarked
package id.tanggap.doubles.whatsapp;

import org.jspecify.annotations.NullMarked;
