/// What the desk knows and does, without JavaFX: submitting commands, read-only projections, selection, server
/// time, alarms. Projections are computed off the FX thread and published as whole values.
package id.anjungan.state;
