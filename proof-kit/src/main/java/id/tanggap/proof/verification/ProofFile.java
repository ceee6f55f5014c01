package id.tanggap.proof.verification;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tanggap.proof.Digest;
import id.tanggap.proof.file.CaseProof;
import id.tanggap.proof.file.Json;
import id.tanggap.proof.file.Recap;
import id.tanggap.proof.file.UnreadableProof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of either format. */
final class ProofFile {
    /** Bytes of a proof of one complaint, which is read at once. */
    private static final int LARGEST = 16 << 20;

    /** Bytes in which a file has told its format. */
    private static final int START = 1 << 16;

    private ProofFile() {}

    static Verification verify(Path file, @Nullable Digest printed) throws IOException {
        var format = format(start(file, START));
        return switch (format) {
            case CaseProof.FORMAT -> CaseCheck.of(CaseProof.read(proof(file)), printed);
            case Recap.FORMAT -> recap(file, printed);
            case null -> throw new UnreadableProof("tidak diawali objek JSON dengan kolom \"format\"");
            default -> throw new UnreadableProof("format \"" + format + "\" tidak dikenal");
        };
    }

    private static byte[] proof(Path file) throws IOException {
        var proof = start(file, LARGEST + 1);
        if (proof.length > LARGEST) {
            throw new UnreadableProof("bukti satu aduan tidak pernah lebih besar dari 16 MiB");
        }
        return proof;
    }

    private static Verification recap(Path file, @Nullable Digest printed) throws IOException {
        try (var recap = Files.newInputStream(file)) {
            return RecapCheck.of(recap, printed);
        }
    }

    private static byte[] start(Path file, int bytes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    /** Of the first JSON object in the file; null when there is none or it has no format. */
    private static @Nullable String format(byte[] start) {
        var text = new InputStreamReader(new ByteArrayInputStream(start), StandardCharsets.UTF_8);
        try (var json = Json.FACTORY.createParser(text)) {
            return json.nextToken() == JsonToken.START_OBJECT ? format(json) : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static @Nullable String format(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var format = json.currentName().equals("format");
            var value = json.nextToken();
            if (format) {
                return value == JsonToken.VALUE_STRING ? json.getText() : null;
            }
            json.skipChildren();
        }
        return null;
    }
}
