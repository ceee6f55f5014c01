package id.tanggap.reporting.record;

import java.util.List;

/** For whom a file is made: each sees what it needs and no more. */
enum Audience {
    /** Those who evaluate. */
    INTERNAL,
    /** One agency: what it was asked and what it answered. */
    AGENCY,
    /** Anybody: no words, for a name may stand in them; no number; nothing of secret complaints. */
    PUBLIC,
    /** The columns in which Karanganyar keeps its monthly recap. */
    RECAP;

    List<RecordColumn> columns() {
        return switch (this) {
            case INTERNAL ->
                List.of(
                        RecordColumn.NO,
                        RecordColumn.NUMBER,
                        RecordColumn.RECEIVED_AT,
                        RecordColumn.CHANNEL,
                        RecordColumn.TYPE,
                        RecordColumn.CATEGORY,
                        RecordColumn.AREA,
                        RecordColumn.ADDRESS,
                        RecordColumn.TEXT,
                        RecordColumn.AGENCY,
                        RecordColumn.DISPATCHED_AT,
                        RecordColumn.MOVES,
                        RecordColumn.DUE_AT,
                        RecordColumn.ANSWERED_AT,
                        RecordColumn.ANSWER,
                        RecordColumn.STATE,
                        RecordColumn.LATENESS,
                        RecordColumn.LATE_BY,
                        RecordColumn.OBJECTED_AT,
                        RecordColumn.SATISFACTION,
                        RecordColumn.REMARK,
                        RecordColumn.SOURCE,
                        RecordColumn.LINK);
            case AGENCY ->
                List.of(
                        RecordColumn.NO,
                        RecordColumn.NUMBER,
                        RecordColumn.RECEIVED_AT,
                        RecordColumn.CATEGORY,
                        RecordColumn.AREA,
                        RecordColumn.ADDRESS,
                        RecordColumn.TEXT,
                        RecordColumn.AGENCY,
                        RecordColumn.DISPATCHED_AT,
                        RecordColumn.DUE_AT,
                        RecordColumn.ANSWERED_AT,
                        RecordColumn.ANSWER,
                        RecordColumn.STATE,
                        RecordColumn.LATENESS,
                        RecordColumn.LATE_BY);
            case PUBLIC ->
                List.of(
                        RecordColumn.NO,
                        RecordColumn.RECEIVED_AT,
                        RecordColumn.CHANNEL,
                        RecordColumn.TYPE,
                        RecordColumn.CATEGORY,
                        RecordColumn.AREA,
                        RecordColumn.AGENCY,
                        RecordColumn.ANSWERED_AT,
                        RecordColumn.STATE,
                        RecordColumn.LATENESS,
                        RecordColumn.LATE_BY);
            case RECAP ->
                List.of(
                        RecordColumn.NO,
                        RecordColumn.RECEIVED_AT,
                        RecordColumn.TEXT,
                        RecordColumn.AGENCY,
                        RecordColumn.ANSWERED_AT,
                        RecordColumn.ANSWER,
                        RecordColumn.SOCIAL_MEDIA,
                        RecordColumn.LINK);
        };
    }

    boolean seesSecretComplaints() {
        return this != PUBLIC;
    }
}
