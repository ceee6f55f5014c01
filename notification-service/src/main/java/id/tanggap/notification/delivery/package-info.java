/**
 * The ledger of messages and the worker that sends what is due. An event plans a delivery in the transaction that takes
 * it; the {@link id.tanggap.notification.delivery.Dispatcher} claims due ones under a lease, so that several replicas
 * share the work and a crash loses none. Where a way fails for good, the next rung of the ladder gets a row of its own.
 */
@NullMarked
package id.tanggap.notification.delivery;

import org.jspecify.annotations.NullMarked;
