package id.tanggap.notification.letter;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.UUID;

/** Who is owed a letter. Written in the transaction that ends a ladder, in which the citizen's row is held. */
@ApplicationScoped
public class OwedLetters {
    /** What the office says. The receipt is no letter: its number was given where the complaint was lodged. */
    private static final String[] OWED = EnumSet.complementOf(EnumSet.of(MessageKind.RECEIVED)).stream()
            .map(MessageKind::name)
            .toArray(String[]::new);

    /** One letter tells of all that is open by then, so that the first stays and tells of what came last. */
    private static final String OWE = """
            insert into letter as owed (id, complaint_id, government, message, happened_at, since, why)
            select distinct on (complaint_id, message) ended.id, complaint_id, government, message, happened_at, $2,
                   case when exists (
                       select from delivery as tried
                       where tried.complaint_id = ended.complaint_id and tried.message = ended.message
                         and tried.happened_at = ended.happened_at and tried.state = 'FAILED')
                   then 'FAILED' else 'NO_ADDRESS' end
            from delivery as ended join recipient using (complaint_id)
            where ended.id = any ($1) and message = any ($3) and not anonymous
            order by complaint_id, message, happened_at desc, ended.id
            on conflict (complaint_id, message) where done_at is null
            do update set happened_at = greatest(owed.happened_at, excluded.happened_at)
            """;

    private static final String SPARE = """
            delete from letter using delivery as brought
            where brought.id = $1 and letter.complaint_id = brought.complaint_id and letter.message = brought.message
              and letter.happened_at <= brought.happened_at and letter.done_at is null
            """;

    /**
     * @param deliveries with which a ladder ended before the message was out; those that call for no letter may be among them
     * @return whether one is owed
     */
    public Uni<Boolean> owe(SqlClient transaction, Collection<UUID> deliveries, Instant now) {
        return deliveries.isEmpty()
                ? Uni.createFrom().item(false)
                : transaction
                        .preparedQuery(OWE)
                        .execute(Tuple.of(deliveries.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC), OWED))
                        .map(rows -> rows.rowCount() > 0);
    }

    /** The message went out after all, or one of its kind that came later: what was not printed yet need not be. */
    public Uni<Void> spare(SqlClient transaction, UUID delivery) {
        return transaction.preparedQuery(SPARE).execute(Tuple.of(delivery)).replaceWithVoid();
    }
}
