package id.tanggap.reporting.record;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.reporting.record.RecordRow.Dispatch;
import id.tanggap.reporting.record.RecordRow.Head;
import id.tanggap.reporting.record.RecordRow.Kind;
import id.tanggap.reporting.record.RecordRow.Matter;
import id.tanggap.reporting.record.RecordRow.Origin;
import id.tanggap.reporting.record.RecordRow.Outcome;
import id.tanggap.reporting.record.RecordRow.Place;
import id.tanggap.reporting.record.RecordRow.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class RecordWorkbookTest {
    private static final Government SURAKARTA =
            Objects.requireNonNull(Governments.load(null).find("surakarta"));

    @Test
    void goesOnOnTheNextSheetWhenOneIsFull() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new RecordWorkbook(out, SURAKARTA, Audience.RECAP, 11)) {
            workbook.add(IntStream.rangeClosed(1, 7)
                    .mapToObj(RecordWorkbookTest::row)
                    .toList());
            workbook.add(IntStream.rangeClosed(8, 25)
                    .mapToObj(RecordWorkbookTest::row)
                    .toList());
        }

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(sheet -> sheet.getName()).containsExactly("Aduan", "Aduan 2", "Aduan 3");
            assertThat(sheets.get(1).read().getFirst().getCellText(0)).isEqualTo("NO");
            assertThat(sheets.get(2).read()).hasSize(6);
            assertThat(sheets.get(2).read().getLast().getCellText(0)).isEqualTo("25");
        }
    }

    @Test
    void isAWorkbookWithoutComplaintsToo() throws IOException {
        var out = new ByteArrayOutputStream();
        new RecordWorkbook(out, SURAKARTA, Audience.INTERNAL).close();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(1);
        }
    }

    @Test
    void cutsWhatNoCellHolds() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new RecordWorkbook(out, SURAKARTA, Audience.RECAP)) {
            workbook.add(List.of(row(1, "x".repeat(40_000))));
        }

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCellText(2))
                    .hasSize(32_767)
                    .endsWith("(dipotong)");
        }
    }

    private static RecordRow row(int no) {
        return row(no, "Lampu mati");
    }

    private static RecordRow row(int no, String text) {
        return new RecordRow(
                new Head(no, new UUID(0, no), "SKA-" + no, Instant.parse("2026-10-05T02:00:00Z")),
                new Matter(
                        new Kind(Channel.WEB, ComplaintType.ORDINARY, Visibility.PUBLIC, null),
                        new Place(null, null),
                        text),
                new Dispatch(null, null, null, 0),
                new Outcome(null, null, null, "OPEN", null, null),
                new Verdict(null, null, null, null, null),
                new Origin(null, "https://aduan.example"),
                null);
    }
}
