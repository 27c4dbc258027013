package id.anjungan.kit;

import id.anjungan.domain.Command;
import java.util.UUID;

/// One line of the independent client's record: this command was durable on that desk before this was said.
public record Acked(UUID id, String actor, Command command) {}
