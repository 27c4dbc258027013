package id.anjungan.channel.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What an import needs of a row, and the column names that published exports use for it, the better one first:
/// GeoReport v2 and the open data of Boston, New York, Chicago and San Francisco. Names are compared without
/// regard to case, blanks and punctuation.
enum Field {
    ID("service_request_id case_enquiry_id case_id caseid unique_key sr_number service_request_number request_id"
            + " ticket_id incident_id case_number casenumber reference id"),
    STATUS("status case_status status_description request_status sr_status"),
    SERVICE("service_name complaint_type sr_type type_of_service_request service_request_type type category"
            + " request_type problem"),
    CODE("service_code sr_short_code"),
    REQUESTED("requested_datetime open_dt open_date opened created_date creation_date date_created requested_date"
            + " created_at sr_creation_date"),
    UPDATED("updated_datetime last_modified_date updated updated_at resolution_action_updated_date"),
    CLOSED("closed_datetime closed_dt close_date closed_date closed completion_date date_closed closed_at"),
    LAT("lat latitude"),
    LON("long lon lng longitude"),
    ADDRESS("address street_address incident_address full_address location_address location"),
    TEXT("description request_details service_details details descriptor case_title comments"),
    MEDIA("media_url submitted_photo photo_url photo");

    private final String names;

    Field(String names) {
        this.names = names;
    }

    List<String> names() {
        return List.of(names.split(" "));
    }

    /// What a person calls it in an option and finds in an error.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Field named(String label) {
        return Arrays.stream(values())
                .filter(f -> f.label().equalsIgnoreCase(label.strip()))
                .findFirst()
                .orElseThrow(() -> new FeedException("there is no field " + label + " to map: choose one of "
                        + Arrays.stream(values()).map(Field::label).toList()));
    }

    /// A column name as it is compared.
    static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    }
}
