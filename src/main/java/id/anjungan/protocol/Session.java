package id.anjungan.protocol;

import id.anjungan.domain.Actor;
import java.time.Instant;
import java.util.UUID;

/// What `POST /v1/session` answers: who one is, with which token (header `Authorization: Bearer …`), on which
/// history (`epoch`), at what server time.
public record Session(String token, Actor actor, UUID epoch, String city, Instant at, int protocol) {

    /// What `POST /v1/session` takes. The development sign-in checks only that the operator is named in the profile.
    public record SignIn(String operator, UUID console) {}
}
