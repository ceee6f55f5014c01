package id.tanggap.dispatch;

import id.tanggap.governments.Government;
import id.tanggap.learning.LabelCoder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Learns the offices of all districts as one; the place says which of them is meant. */
final class OfficeOfThePlace implements LabelCoder {
    /** No agency's id. */
    private static final String OFFICE = "@district";

    private final Supplier<Government> government;

    OfficeOfThePlace(Supplier<Government> government) {
        this.government = government;
    }

    @Override
    public String encode(String label, @Nullable String place) {
        var agency = government.get().agency(label);
        return agency != null && agency.district() != null ? OFFICE : label;
    }

    @Override
    public @Nullable String decode(String code, @Nullable String place) {
        if (!code.equals(OFFICE)) {
            return code;
        }
        var office = place == null ? null : government.get().districtOffice(place);
        return office == null ? null : office.id();
    }
}
