package id.anjungan.central;

import id.anjungan.domain.Actor;
import java.util.UUID;

/// A session that a request came with: who, and from which console.
record Signed(String tokenHash, Actor actor, UUID console) {}
