package id.anjungan.domain;

import java.util.EnumSet;
import java.util.Set;

/// What an actor may do. Checked inside `decide`, so a console and the server agree about it.
public enum Right {
    /// Work on cases.
    ACT,
    /// Take and answer chats.
    CHAT,
    /// Work on what another operator holds, and hand it on.
    OVERRIDE,
    /// See the text of sensitive cases.
    SEE_SENSITIVE,
    /// See who reported.
    SEE_PERSON,
    /// Make a case less confidential.
    LOWER_PRIVACY,
    /// See what a redacted picture was made of.
    SEE_ORIGINAL,
    /// Commands that only the server itself gives.
    SYSTEM;

    /// The rights a role brings.
    public static Set<Right> of(Role role) {
        return switch (role) {
            case OPERATOR -> EnumSet.of(ACT, CHAT, SEE_SENSITIVE, SEE_PERSON);
            case LEAD, HEAD -> EnumSet.of(ACT, CHAT, OVERRIDE, SEE_SENSITIVE, SEE_PERSON, LOWER_PRIVACY, SEE_ORIGINAL);
            case WALLBOARD -> EnumSet.noneOf(Right.class);
            case SYSTEM -> EnumSet.allOf(Right.class);
        };
    }
}
