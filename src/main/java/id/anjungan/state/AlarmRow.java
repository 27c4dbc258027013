package id.anjungan.state;

import id.anjungan.domain.Alarm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An alarm with what a person needs to know of its case.
public record AlarmRow(
        Alarm alarm,
        @Nullable String number,
        @Nullable String category,
        @Nullable String district,
        @Nullable String claimedBy,
        @Nullable Instant due,
        boolean sensitive) {}
