package id.tanggap.messaging.inbox;

/** What sees to it that an event which comes again has no second effect. */
public enum Once {
    /** Its id, which is kept with its effect. */
    BY_ID,
    /** The effect itself: the rows that an event leads to are those that are there already. */
    BY_EFFECT
}
