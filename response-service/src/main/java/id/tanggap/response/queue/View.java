package id.tanggap.response.queue;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.officer.Officer;
import org.jspecify.annotations.Nullable;

/** The views of the queue: what an officer asks first. */
enum View {
    NEW(DeskStatus.DISPATCHED),
    MINE,
    OVERDUE,
    TODAY,
    WITH_DIVISION(DeskStatus.DISPOSED),
    NEEDS_INFO(DeskStatus.NEEDS_INFO),
    APPROVAL,
    OBJECTED(DeskStatus.OBJECTED),
    FOLLOW_UP,
    ANSWERED(DeskStatus.ANSWERED);

    private final @Nullable DeskStatus status;

    View() {
        this.status = null;
    }

    View(DeskStatus status) {
        this.status = status;
    }

    /** Null for a view that does not depend on the status alone. */
    @Nullable
    DeskStatus status() {
        return status;
    }

    Where narrow(Where where, Officer officer, Today today) {
        return switch (this) {
            case MINE ->
                where.and(
                        "c.assignee = ? and c.status in ('IN_PROGRESS', 'DISPOSED', 'NEEDS_INFO', 'OBJECTED')",
                        officer.id());
            case OVERDUE -> DeadlineState.OVERDUE.narrow(where, today);
            case TODAY -> DeadlineState.TODAY.narrow(where, today);
            case APPROVAL -> where.and("c.approval_requested");
            case FOLLOW_UP -> where.and("c.status = 'ANSWERED' and c.next_due_at is not null");
            case NEW, WITH_DIVISION, NEEDS_INFO, OBJECTED, ANSWERED -> where.and("c.status = '" + status + "'");
        };
    }
}
