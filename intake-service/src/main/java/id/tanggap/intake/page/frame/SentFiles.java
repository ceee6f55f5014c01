package id.tanggap.intake.page.frame;

import id.tanggap.file.content.Position;
import id.tanggap.intake.attachment.Attachments;
import id.tanggap.intake.attachment.ReceivedFile;
import id.tanggap.intake.attachment.Taken;
import id.tanggap.intake.attachment.Ticket;
import id.tanggap.intake.attachment.Uploads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files that come with a form, or came before it by a script. */
@ApplicationScoped
public class SentFiles {
    private static final String BUSY = "Layanan sedang sibuk. Tunggu sebentar, lalu pilih berkas itu sekali lagi.";

    private final Uploads uploads;
    private final Attachments attachments;

    SentFiles(Uploads uploads, Attachments attachments) {
        this.uploads = uploads;
        this.attachments = attachments;
    }

    /**
     * Those that are there.
     *
     * @param fault why one is not, in Indonesian; null when all are
     * @param position where the first of the new ones was taken that says so; null when none does
     */
    public record All(
            List<String> tickets,
            @Nullable String fault,
            @Nullable Position position) {}

    /**
     * Takes the new ones, one after the other, as long as there is place for them.
     *
     * @param before tickets of those that came before; what is unknown or has expired is left out
     */
    public Uni<All> take(List<String> before, List<FileUpload> sent) {
        return known(List.copyOf(new LinkedHashSet<>(before))).chain(known -> {
            var tickets = new ArrayList<>(known.keySet());
            return Multi.createFrom()
                    .iterable(sent)
                    .onItem()
                    .transformToUniAndConcatenate(file -> take(tickets, file))
                    .collect()
                    .asList()
                    .map(became -> new All(tickets, first(became, Became::fault), first(became, Became::position)));
        });
    }

    private static <T> @Nullable T first(List<Became> became, Function<Became, @Nullable T> part) {
        return became.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** What is known of those that are there, by their tickets. */
    public Uni<Map<String, ReceivedFile>> known(List<String> tickets) {
        var possible = tickets.stream()
                .filter(ticket -> ticket.length() <= Ticket.LONGEST)
                .limit(2L * Ticket.MOST)
                .toList();
        return attachments.offered(possible).map(offered -> first(offered.byTicket(possible)));
    }

    private static Map<String, ReceivedFile> first(Map<String, ReceivedFile> known) {
        Map<String, ReceivedFile> first = new LinkedHashMap<>();
        known.entrySet().stream().limit(Ticket.MOST).forEach(file -> first.put(file.getKey(), file.getValue()));
        return first;
    }

    /** Why it was not taken, or where it was. */
    private record Became(@Nullable String fault, @Nullable Position position) {}

    private Uni<Became> take(List<String> tickets, FileUpload file) {
        return tickets.size() >= Ticket.MOST
                ? Uni.createFrom().item(new Became(Ticket.TOO_MANY, null))
                : uploads.take(file.uploadedFile(), file.fileName()).map(taken -> switch (taken) {
                    case Taken.Waiting it -> {
                        tickets.add(it.ticket());
                        yield new Became(null, it.position());
                    }
                    case Taken.Busy _ -> new Became(BUSY, null);
                    case Taken.Refused(var reason) -> new Became(reason.text(), null);
                });
    }
}
