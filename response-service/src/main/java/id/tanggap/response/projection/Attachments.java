package id.tanggap.response.projection;

import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of a citizen as the database keeps them: what intake told of them, which is all that the desk knows. */
public final class Attachments {

    static @Nullable String written(@Nullable List<AttachedFile> files) {
        return files == null
                ? null
                : new JsonArray(files.stream().map(Attachments::written).toList()).encode();
    }

    private static JsonObject written(AttachedFile file) {
        return new JsonObject()
                .put("id", file.id().toString())
                .put("mediaType", file.mediaType())
                .put("size", file.size());
    }

    public static List<AttachedFile> read(@Nullable String written) {
        return written == null
                ? List.of()
                : new JsonArray(written)
                        .stream()
                                .map(JsonObject.class::cast)
                                .map(Attachments::read)
                                .toList();
    }

    private static AttachedFile read(JsonObject file) {
        return new AttachedFile(
                UUID.fromString(file.getString("id")), file.getString("mediaType"), file.getInteger("size"));
    }

    private Attachments() {}
}
