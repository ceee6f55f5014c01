package id.tanggap.notification.sender;

import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outgoing;
import io.smallrye.mutiny.Uni;

/** A sender on whose way citizens also talk with us. */
public interface Speaker extends Sender {
    /**
     * One attempt, as {@link #send}.
     *
     * @param what free words, or a question
     */
    Uni<Outcome> say(Reply reply, Outgoing what, Handle to);
}
