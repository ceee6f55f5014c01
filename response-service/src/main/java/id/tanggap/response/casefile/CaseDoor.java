package id.tanggap.response.casefile;

import id.tanggap.response.desk.Asked;
import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.desk.Outcome;
import id.tanggap.response.life.Action;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Repeat;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to a case, for reading and for doing something with it: 404 for whose desk has no such case, 403 for whose role
 * is not for the action, 409 for what is not possible now, and else the file as it is then, or 204 where the case has left
 * the desk by then.
 */
@ApplicationScoped
class CaseDoor {
    private final CaseFiles files;
    private final Desk desk;
    private final Caller caller;
    private final Repeat repeat;

    CaseDoor(CaseFiles files, Desk desk, Caller caller, Repeat repeat) {
        this.files = files;
        this.desk = desk;
        this.caller = caller;
        this.repeat = repeat;
    }

    /** The file, and the caller remembered as one who has opened it. */
    Uni<Response> open(UUID id) {
        var officer = Officer.of(caller);
        return officer == null ? notOnThisDesk() : files.open(id, officer).chain(CaseDoor::shown);
    }

    Uni<Response> lookFor(UUID id, String text) {
        var officer = Officer.of(caller);
        return officer == null
                ? notOnThisDesk()
                : files.lookFor(id, officer, Question.of(text))
                        .chain(found -> found == null
                                ? notOnThisDesk()
                                : Uni.createFrom().item(Response.ok(found).build()));
    }

    /** Where somebody would be identified by words that are about to leave. */
    Uni<Response> preview(UUID id, String words) {
        var officer = Officer.of(caller);
        return officer == null
                ? notOnThisDesk()
                : desk.identifying(id, officer, words)
                        .chain(marks -> marks == null
                                ? notOnThisDesk()
                                : Uni.createFrom()
                                        .item(Response.ok(new Identifying.Preview(Identifying.Found.of(marks)))
                                                .header("Cache-Control", "no-store")
                                                .build()));
    }

    /** For what an officer does with a case. */
    Uni<Response> act(UUID id, Action action, Function<Asked, Uni<@Nullable Outcome>> deed) {
        return as(
                action,
                officer -> deed.apply(new Asked(id, officer, repeat.request())).chain(outcome -> switch (outcome) {
                    case null -> notOnThisDesk();
                    case Outcome.Refused(var refusal) -> refused(refusal);
                    case Outcome.Identifying(var marks) -> Uni.createFrom().item(Identifying.of(marks));
                    case Outcome.Done _ -> done(id, officer);
                }));
    }

    /**
     * For what leaves the case itself as it is.
     *
     * @param isDone whether the same request was granted before
     */
    Uni<Response> beside(
            UUID id, Action action, Function<Asked, Uni<Boolean>> isDone, Function<Asked, Uni<Void>> deed) {
        return as(action, officer -> {
            var asked = new Asked(id, officer, repeat.request());
            return isDone.apply(asked).chain(done -> done ? done(id, officer) : besideNow(asked, action, deed));
        });
    }

    private Uni<Response> besideNow(Asked asked, Action action, Function<Asked, Uni<Void>> deed) {
        return desk.find(asked.about(), asked.by()).chain(found -> {
            if (found == null) {
                return notOnThisDesk();
            }
            var refusal = found.refusal(action, asked.by());
            return refusal == null ? deed.apply(asked).chain(() -> done(asked.about(), asked.by())) : refused(refusal);
        });
    }

    /** For officers whose role is for it. */
    Uni<Response> as(Action action, Function<Officer, Uni<Response>> deed) {
        var officer = Officer.of(caller);
        if (officer == null) {
            return notOnThisDesk();
        }
        return DeskCase.isFor(action, officer)
                ? deed.apply(officer)
                : Uni.createFrom().item(Problem.forbidden());
    }

    /** The file; nothing to show where the case has left the desk since. */
    private Uni<Response> done(UUID id, Officer officer) {
        return files.find(id, officer)
                .map(file -> file == null
                        ? Response.noContent().build()
                        : Response.ok(file).build());
    }

    private static Uni<Response> shown(@Nullable CaseFile file) {
        return file == null
                ? notOnThisDesk()
                : Uni.createFrom().item(Response.ok(file).build());
    }

    static Uni<Response> notOnThisDesk() {
        return Uni.createFrom().item(Problem.notFound("Aduan ini tidak ada pada instansi Anda."));
    }

    static Uni<Response> refused(Refusal refusal) {
        return Uni.createFrom().item(Problem.conflict(refusal.text()));
    }
}
