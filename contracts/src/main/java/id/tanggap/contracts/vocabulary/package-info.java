/** The words that facts are told in, and what follows from each: secrecy from {@link Visibility}, for one. */
@NullMarked
package id.tanggap.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
