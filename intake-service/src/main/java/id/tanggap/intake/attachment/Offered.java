package id.tanggap.intake.attachment;

import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.intake.vault.Seal;
import id.tanggap.rest.Problem.FieldError;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files that a citizen wants to send along, in the order of the tickets. */
public final class Offered {
    public static final Offered NOTHING = new Offered();

    private static final String NOT_THERE = "Berkas ini tidak ada lagi atau sudah dipakai. Unggah sekali lagi.";

    private final List<@Nullable Upload> uploads;

    Offered(@Nullable Upload... uploads) {
        this.uploads = Arrays.asList(uploads);
    }

    /** One for each ticket that is unknown, has expired, or was used before. */
    public List<FieldError> errors() {
        return IntStream.range(0, uploads.size())
                .filter(i -> uploads.get(i) == null)
                .mapToObj(i -> new FieldError("attachments[" + i + "]", NOT_THERE))
                .toList();
    }

    /** What the other services are told of them. */
    public List<AttachedFile> told() {
        return there().stream().map(Upload::told).toList();
    }

    /** What the receipt says of them. */
    public List<ReceivedFile> received() {
        return there().stream().map(Upload::received).toList();
    }

    /**
     * @param wrappedKey the complaint's own
     * @param addition what the citizen added later, if they come with that
     */
    public List<Claim> claimedBy(UUID complaint, byte[] wrappedKey, @Nullable UUID addition, Seal seal) {
        var there = there();
        return IntStream.range(0, there.size())
                .mapToObj(place -> claim(there.get(place), place, complaint, wrappedKey, addition, seal))
                .toList();
    }

    private static Claim claim(
            Upload upload, int place, UUID complaint, byte[] wrappedKey, @Nullable UUID addition, Seal seal) {
        var sealed = seal.sealBytes(complaint, wrappedKey, upload.id(), upload.wrappedKey());
        return new Claim(upload.id(), complaint, addition, place, sealed);
    }

    /** Those that are there, by the tickets that were asked with. */
    public Map<String, ReceivedFile> byTicket(List<String> tickets) {
        Map<String, ReceivedFile> there = new LinkedHashMap<>();
        for (var place = 0; place < tickets.size(); place++) {
            var upload = uploads.get(place);
            if (upload != null) {
                there.put(tickets.get(place), upload.received());
            }
        }
        return there;
    }

    /** Of one ticket. */
    Optional<Upload> only() {
        return there().stream().findFirst();
    }

    private List<Upload> there() {
        return uploads.stream().filter(Objects::nonNull).toList();
    }
}
