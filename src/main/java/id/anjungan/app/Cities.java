package id.anjungan.app;

import id.anjungan.geo.Areas;
import id.anjungan.geo.Boundaries;
import id.anjungan.geo.BoundaryImport;
import id.anjungan.geo.BoundaryProblem;
import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.BoundaryTrial;
import id.anjungan.profile.CityProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The outlines of a city's areas: true boundaries from files, or computed from the centres. Either takes a while, so
/// they are kept until the areas of the profile change. Any thread.
final class Cities {
    private static final Logger LOG = LoggerFactory.getLogger(Cities.class);

    private final List<Path> boundaryFiles;
    private final BoundaryShelf shelf;
    private int taken;
    private @Nullable CityProfile known;
    private Areas areas = Areas.of(List.of());

    Cities(List<Path> boundaryFiles) {
        this(boundaryFiles, BoundaryShelf.none());
    }

    /// What was taken over at the desk goes before the files it is started with: somebody looked at it and agreed.
    Cities(List<Path> boundaryFiles, BoundaryShelf shelf) {
        this.boundaryFiles = List.copyOf(boundaryFiles);
        this.shelf = shelf;
    }

    BoundaryShelf shelf() {
        return shelf;
    }

    /// The areas with their outlines. A boundary file that cannot be used is an `IllegalArgumentException` that says
    /// where and why.
    synchronized Areas outlines(CityProfile profile) {
        CityProfile before = known;
        int now = shelf.version();
        if (before == null || !before.areas().equals(profile.areas()) || !before.code().equals(profile.code()) || now != taken) {
            Areas kept = kept(profile);
            areas = kept.computed() ? read(profile) : kept;
            taken = now;
            known = profile;
        }
        return areas;
    }

    /// A kept file that has gone bad costs the outlines, never the start.
    private Areas kept(CityProfile profile) {
        List<Path> files = shelf.files(profile.code());
        BoundaryTrial trial = files.isEmpty() ? null : shelf.trial(profile.code(), profile.areas(), files, part -> true);
        if (trial == null) {
            return Areas.of(profile.areas());
        }
        report(trial.boundaries());
        return Areas.of(profile.areas(), trial.boundaries());
    }

    private Areas read(CityProfile profile) {
        if (boundaryFiles.isEmpty() || profile.areas().isEmpty()) {
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
        Boundaries read = reading.done();
        report(read);
        return Areas.of(profile.areas(), read);
    }

    private static void report(Boundaries read) {
        // What was repaired is worth knowing, what was left out more so.
        for (BoundaryProblem p : read.problems()) {
            if (p.kind().rejects()) {
                LOG.warn("boundaries: {}", p);
            } else {
                LOG.info("boundaries: {}", p);
            }
        }
    }
}
