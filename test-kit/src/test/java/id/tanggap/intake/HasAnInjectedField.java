package id.tanggap.intake;

import jakarta.inject.Inject;

public final class HasAnInjectedField {
    @Inject
    public String field;
}
