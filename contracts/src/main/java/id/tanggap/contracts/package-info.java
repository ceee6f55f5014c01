/**
 * What crosses a service boundary, and nothing else: one sealed interface per topic, one record per fact, and the
 * envelope they travel in.
 *
 * <p>Events carry identifiers, facts and at most masked text. Names, telephone numbers, addresses of people and the
 * original text stay in intake's vault; a consumer that needs them asks the vault and is logged there.
 */
@NullMarked
package id.tanggap.contracts;

import org.jspecify.annotations.NullMarked;
