package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What central needs to know of the city it serves. Immutable, any thread.
public interface City {
    /// What deciding needs.
    Policy policy();

    /// The profile as one JSON object, as consoles receive it.
    String document();

    /// Who may sign in.
    List<Actor> operators();

    /// The category a channel's own word means.
    Optional<String> categoryOf(String service);

    /// The category of what nothing else fits; one of the policy's.
    String fallbackCategory();

    /// Categories of which one event brings many reports, besides emergencies: floods, outages.
    Set<String> widespread();

    /// Where a point is; empty outside the city.
    Optional<Place> areaAt(double lat, double lon);

    /// The official code of a district or village that a channel named by code or by name; empty when unknown.
    Optional<String> areaCode(String codeOrName, boolean village);

    default Optional<Actor> operator(String id) {
        return operators().stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /// Official codes of the areas a point lies in.
    record Place(String district, @Nullable String village) {}
}
