/**
 * The ledger of messages and the worker that sends what is due. An event plans a delivery in the transaction that takes
 * it; the {@link id.tanggap.notification.delivery.Dispatcher} claims due ones under a lease, so that several replicas
 * share the work and a crash loses none.
 */
@NullMarked
package id.tanggap.notification.delivery;

import org.jspecify.annotations.NullMarked;
