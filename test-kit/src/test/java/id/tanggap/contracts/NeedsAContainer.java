package id.tanggap.contracts;

import jakarta.inject.Provider;

public record NeedsAContainer(Provider<String> provider) {}
