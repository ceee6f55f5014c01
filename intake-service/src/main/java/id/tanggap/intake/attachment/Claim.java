package id.tanggap.intake.attachment;

import id.tanggap.messaging.Rows;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an attachment belongs to a complaint.
 *
 * @param addition what the citizen added later, if it came with that
 * @param place among those that came together, from 0
 * @param sealedKey the file's key under the complaint's own
 */
public record Claim(
        UUID attachment, UUID complaint, @Nullable UUID addition, int place, byte[] sealedKey) {
    public static final Rows<Claim> ROWS = Rows.of(Claim.class)
            .uuid("attachment_id", Claim::attachment)
            .uuid("complaint_id", Claim::complaint)
            .uuid("addition_id", Claim::addition)
            .number("place", Claim::place)
            .bytes("sealed_key", Claim::sealedKey);

    /** What fails when another complaint has claimed the attachment first, and when it was removed meanwhile. */
    public static final String CLAIMED_ALREADY = "attachment_claim_pkey";

    public static final String REMOVED_ALREADY = "attachment_claim_attachment_id_fkey";

    /**
     * Two parts of a {@code with}: the claims, and that the key which nobody erases with the complaint is gone.
     *
     * @param rows {@link #ROWS}, with the parameters where they stand
     */
    public static String made(Rows<Claim> rows) {
        return """
                claimed as (%s returning attachment_id),
                released as (
                    update attachment set wrapped_key = null where id in (select attachment_id from claimed)
                )
                """.formatted(rows.insertInto("attachment_claim"));
    }
}
