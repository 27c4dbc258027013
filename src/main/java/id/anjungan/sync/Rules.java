package id.anjungan.sync;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Policy;

/// What local decisions are made with: who sits here and the city's policy, as they are now. Any thread.
public interface Rules {
    Actor actor();

    Policy policy();
}
