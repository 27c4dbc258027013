package id.anjungan.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who reported. The only home of personal values besides message bodies: nothing else may hold a name, a
/// phone number or an account. `erased` says that the values were overwritten (UU 27/2022, right to erasure).
public record Person(
        UUID id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String account,
        @Nullable String email,
        boolean erased)
        implements Entity {}
