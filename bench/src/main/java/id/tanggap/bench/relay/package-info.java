/** {@code ./tanggap bench relay}: how quickly the outbox reaches the broker, beside a producer that has nothing else to do. */
@NullMarked
package id.tanggap.bench.relay;

import org.jspecify.annotations.NullMarked;
