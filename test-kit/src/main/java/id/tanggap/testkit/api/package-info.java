/** REST interfaces: the document that a service publishes of its own, its records, and requests that are sent several times. */
@NullMarked
package id.tanggap.testkit.api;

import org.jspecify.annotations.NullMarked;
