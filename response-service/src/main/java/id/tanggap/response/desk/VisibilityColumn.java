package id.tanggap.response.desk;

import id.tanggap.contracts.vocabulary.Visibility;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A visibility that a newer version wrote reads as secret; null stays what is not known yet. */
@Converter
public class VisibilityColumn implements AttributeConverter<Visibility, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Visibility visibility) {
        return visibility == null ? null : visibility.name();
    }

    @Override
    public @Nullable Visibility convertToEntityAttribute(@Nullable String name) {
        return name == null ? null : Visibility.ofName(name);
    }
}
