/**
 * The citizens' pages: plain forms that work before scripts and without them. They reach complaints through the same use
 * cases as programs do; templates, files and words lie in the module {@code citizen}.
 */
@NullMarked
package id.tanggap.intake.page;

import org.jspecify.annotations.NullMarked;
