package id.anjungan.domain;

/// Why a command is not done. Names are permanent: they are stored and sent.
public enum Refusal {
    /// No such case, chat, message or alarm (any more). args: id
    NOT_FOUND,
    /// The actor's role does not allow it. args: right
    NO_RIGHT,
    /// Outside the actor's channels or areas. args: channel
    OUT_OF_SCOPE,
    /// Somebody else holds it. args: by, since
    CLAIMED_BY_OTHER,
    /// The claim this was done under has ended. args: by, since (when somebody holds it now)
    STALE_CLAIM,
    /// The case is closed. args: state
    CLOSED,
    /// Only a closed case can be reopened.
    NOT_CLOSED,
    /// Already on hold, or not on hold. args: state
    WRONG_STATE,
    /// The profile knows no such category, channel, agency, level. args: what, code
    UNKNOWN_CODE,
    /// That agency does not exist on this day. args: agency, successor
    AGENCY_NOT_VALID,
    /// A reason or text is required. args: field
    TEXT_MISSING,
    /// The text is longer than allowed. args: field, limit
    TEXT_TOO_LONG,
    /// The level is not above the present one, or above the top. args: level
    WRONG_LEVEL,
    /// It would make a case less confidential, which needs a right of its own.
    PRIVACY_LOWERED,
    /// A case cannot be linked to itself, or in a ring.
    LINK_RING,
    /// More of this than a case may carry. args: what, limit
    TOO_MANY,
    /// Not a word that may be a tag: letters, digits and hyphens, and no long number.
    TAG_NOT_ALLOWED,
    /// The city wants somebody to have looked at the result before such a case is closed.
    RESULT_NOT_CONFIRMED,
    /// The answer has already gone out.
    ALREADY_SENT,
    /// The chat has ended.
    CHAT_ENDED,
    /// Too many files at once, or none. args: limit
    FILE_COUNT,
    /// A file of a kind that cases do not carry. args: type
    FILE_TYPE,
    /// A file that is empty or too large. args: limit (megabytes)
    FILE_TOO_LARGE,
    /// The server does not have the file's bytes.
    FILE_MISSING,
    /// What everybody may read must not hold a number or address of a person. args: field
    PERSONAL_VALUE,
    /// The server failed on this one alone. args: incident
    INTERNAL
}
