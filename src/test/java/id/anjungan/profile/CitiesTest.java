package id.anjungan.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The two cities that come with the program.
class CitiesTest {
    @ParameterizedTest
    @CsvSource({"surabaya,31,153,10"})
    @DisplayName("a packed city loads without a mistake and has all its areas")
    void loads(String name, int districts, int villages, int channels) {
        CityProfile city = load(name);
        assertThat(city.districts()).hasSize(districts);
        assertThat(city.villages()).hasSize(villages);
        assertThat(city.channels()).hasSize(channels);
        assertThat(city.categories()).hasSize(40);
    }

    static CityProfile load(String name) {
        try {
            return ProfileLoader.load(name);
        } catch (ProfileException e) {
            throw new AssertionError(e.explain(), e);
        }
    }
}
