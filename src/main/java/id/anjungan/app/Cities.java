package id.anjungan.app;

import id.anjungan.geo.Areas;
import id.anjungan.geo.BoundaryImport;
import id.anjungan.profile.CityProfile;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.shell.ProfileCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The city of a window: its profile with the outlines that belong to it. Outlines take a while to compute, so they
/// are kept until the areas of the profile change. Any thread.
final class Cities {
    private final List<Path> boundaryFiles;
    private @Nullable CityProfile known;
    private Areas areas = Areas.of(List.of());

    Cities(List<Path> boundaryFiles) {
        this.boundaryFiles = List.copyOf(boundaryFiles);
    }

    /// The city in a language; computes outlines when the profile's areas are new. A boundary file that cannot be
    /// used is an `IllegalArgumentException` that says where and why.
    synchronized City of(CityProfile profile, Lang lang) {
        CityProfile before = known;
        if (before == null || !before.areas().equals(profile.areas())) {
            areas = outlines(profile);
            known = profile;
        }
        return new ProfileCity(profile, areas, lang);
    }

    private Areas outlines(CityProfile profile) {
        if (boundaryFiles.isEmpty()) {
            return Areas.of(profile.areas());
        }
        BoundaryImport reading = new BoundaryImport(profile.areas());
        for (Path file : boundaryFiles) {
            try {
                reading.read(file.getFileName().toString(), Files.readString(file));
            } catch (IOException e) {
                throw new IllegalArgumentException("The boundaries " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
        return Areas.of(profile.areas(), reading.done());
    }
}
