package id.tanggap.channel.whatsapp;

/** The header by which a provider says when to come again. */
final class RetryAfter {
    private static final int LONGEST = 24 * 60 * 60;

    /** At most a day; none where it is no number of seconds. */
    static long seconds(String header) {
        return header.strip().matches("\\d{1,9}") ? Math.min(Long.parseLong(header.strip()), LONGEST) : 0;
    }

    private RetryAfter() {}
}
