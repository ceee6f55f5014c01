package id.tanggap.proof.verification;

import id.tanggap.proof.Digest;
import id.tanggap.proof.file.CaseProof;
import id.tanggap.proof.file.Recap;
import id.tanggap.proof.file.UnreadableProof;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The command {@code verify} of the script {@code tanggap}; works without the platform. */
public final class Verify {
    static final int INTACT = 0;
    static final int NOT_INTACT = 1;
    static final int NO_PROOF = 2;

    private static final String HELP = """
            Pemakaian: ./tanggap verify BERKAS [--root AKAR]
              BERKAS  bukti satu aduan (JSON, format %s) atau seluruh rekap (JSON Lines, format %s)
              AKAR    64 angka heksadesimal pada laporan tercetak; boleh berspasi jika diapit tanda kutip\
            """.formatted(CaseProof.FORMAT, Recap.FORMAT);

    private Verify() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
    }

    /** The marks are no letters of every machine's encoding. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var request = Request.of(arguments);
        if (request == null) {
            err.println(HELP);
            return NO_PROOF;
        }
        try {
            var verification = ProofFile.verify(Path.of(request.file()), request.root());
            new Printout(out).print(verification, request.root());
            return verification.intact() ? INTACT : NOT_INTACT;
        } catch (UnreadableProof e) {
            refuse(request.file(), "bukan bukti yang dapat diperiksa: " + e.getMessage(), err);
            err.println(HELP);
        } catch (NoSuchFileException e) {
            refuse(request.file(), "tidak ada", err);
        } catch (IOException | InvalidPathException e) {
            refuse(request.file(), "tidak dapat dibaca", err);
        }
        return NO_PROOF;
    }

    private static void refuse(String file, String why, PrintStream err) {
        err.println("tanggap: berkas " + Words.plain(file + " " + why));
    }

    /**
     * What the command line asks for.
     *
     * @param root as it stands on the printed report: read from paper, so in groups and in any case
     */
    private record Request(String file, @Nullable Digest root) {

        static @Nullable Request of(List<String> arguments) {
            return switch (arguments.size()) {
                case 1 -> arguments.getFirst().startsWith("--") ? null : new Request(arguments.getFirst(), null);
                case 3 ->
                    arguments.get(0).equals("--root")
                            ? of(arguments.get(2), arguments.get(1))
                            : arguments.get(1).equals("--root") ? of(arguments.get(0), arguments.get(2)) : null;
                default -> null;
            };
        }

        private static @Nullable Request of(String file, String root) {
            var hex = root.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
            return Digest.isWritten(hex) ? new Request(file, Digest.parse(hex)) : null;
        }
    }
}
