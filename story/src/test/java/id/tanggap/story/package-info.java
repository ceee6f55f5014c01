/**
 * Stories of one complaint, told by all services at once: people act, topics are slow, processes die, replicas of an
 * earlier version work beside this one. When all is heard, all services tell the same.
 */
@NullMarked
package id.tanggap.story;

import org.jspecify.annotations.NullMarked;
