/** Answers that are given often, with places that each case fills in. */
@NullMarked
package id.tanggap.response.template;

import org.jspecify.annotations.NullMarked;
