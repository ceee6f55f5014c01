package id.tanggap.response.queue;

/** How the next deadline of a case stands. */
enum DeadlineState {
    OVERDUE,
    /** Falls due before the day is over. */
    TODAY,
    LATER;

    Where narrow(Where where, Today today) {
        return switch (this) {
            case OVERDUE -> where.and("c.next_due_at < ?", today.time());
            case TODAY -> where.and("c.next_due_at >= ? and c.next_due_at < ?", today.time(), today.midnight());
            case LATER -> where.and("c.next_due_at >= ?", today.midnight());
        };
    }
}
