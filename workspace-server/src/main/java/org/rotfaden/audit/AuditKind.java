package org.rotfaden.audit;

/// What entries of the audit trail are about. Each action is of one kind, by how its code begins.
public enum AuditKind {
    /// Roles given by hand, suspended rights.
    RIGHTS("GRANT|RIGHT_"),
    OFFICES("OFFICE|ELECTION_"),
    /// Who became a member where, and moved.
    MEMBERSHIPS("MEMBER|HOME_MOVE_|BORN_"),
    UNITS("UNIT|UNION_|TREE_|RULE_"),
    BODIES("BODY_"),
    GROUPS("GROUP_"),
    MOTIONS("MOTION_"),
    THREADS("THREAD_|POST_"),
    /// Passwords and tokens of programs.
    LOGINS("PASSWORD_|ACCESS_TOKEN_|FIRST_"),
    ASSOCIATION("ASSOCIATION_");

    private final String beginnings;

    AuditKind(String beginnings) {
        this.beginnings = beginnings;
    }

    /// How the codes of this kind begin, as a regular expression.
    String pattern() {
        return "^(" + beginnings + ")";
    }
}
