/**
 * To which agency a complaint goes, how sure that is, why, and whether the system may send it there by itself. The
 * decision itself, without databases or time, so that a service takes it and a bench measures the same.
 *
 * <p>{@link id.tanggap.dispatch.Dispatcher} is the door.
 */
@NullMarked
package id.tanggap.dispatch;

import org.jspecify.annotations.NullMarked;
