/**
 * Whatever is sent to whichever operation, nothing breaks: no answer of 500 or more, nothing written under a refusal, and
 * the refusal names what was wrong. All of it is made from the documents that the services publish.
 */
@NullMarked
package id.tanggap.bench.sweep;

import org.jspecify.annotations.NullMarked;
