/**
 * The life of a complaint as the outside sees it: its states, what moves it from one to the next, and the words for both.
 * Each service has more states of its own; what it shows of them is told here, once, and the published stories hold all
 * services to it.
 */
@NullMarked
package id.tanggap.contracts.life;

import org.jspecify.annotations.NullMarked;
