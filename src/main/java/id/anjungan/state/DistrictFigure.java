package id.anjungan.state;

import id.anjungan.domain.Priority;
import org.jspecify.annotations.Nullable;

/// One district: open and breached cases, and the most urgent open priority that is unacknowledged or breached.
public record DistrictFigure(String district, int open, int breached, @Nullable Priority worst) {}
