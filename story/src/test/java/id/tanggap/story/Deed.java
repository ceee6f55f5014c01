package id.tanggap.story;

import id.tanggap.response.desk.HeldCase;
import id.tanggap.response.desk.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people of an agency do with a case. */
enum Deed {
    ACCEPTS,
    ASKS_THE_CITIZEN,
    DRAFTS,
    ASKS_FOR_APPROVAL,
    APPROVES,
    ANSWERS,
    RESOLVES,
    GIVES_IT_TO_A_DIVISION,
    ANSWERS_AS_DIVISION;

    /** Says what became of it. */
    String by(Office office, House house) {
        return switch (house.desk().act((it, now) -> with(it, office, house, now))) {
            case null -> "refused, not on this desk";
            case Outcome.Refused refused -> "refused, " + refused.refusal();
            case Outcome.Identifying _ -> "refused, tells who somebody is";
            case Outcome.Done _ -> "granted";
        };
    }

    private @Nullable Outcome with(HeldCase it, Office office, House house, Instant now) {
        var home = house.government();
        var admin = office.admin(home);
        return switch (this) {
            case ACCEPTS -> it.accept(admin, now);
            case ASKS_THE_CITIZEN -> it.requestInformation(admin, house.words(), now);
            case DRAFTS -> it.draft(admin, house.words());
            case ASKS_FOR_APPROVAL -> it.requestApproval(admin);
            case APPROVES -> it.approve(office.head(home), now);
            case ANSWERS -> it.publish(admin, house.words(), now);
            case RESOLVES -> it.resolve(admin, now);
            case GIVES_IT_TO_A_DIVISION ->
                it.dispose(admin, office.in(home).divisions().getFirst(), now.plus(Duration.ofDays(1)), now);
            case ANSWERS_AS_DIVISION -> it.answerAsDivision(office.clerk(home), now);
        };
    }
}
