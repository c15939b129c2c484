package org.rotfaden.security;

/// What somebody holds who may know of certain things. Of something that belongs to a key all know
/// who hold it, and nobody else.
///
/// @param name the same on every node and for ever
public record Key(String name) {

    /// The key to what is one's own: one's log-ins, whom one follows.
    public static Key own(MemberId member) {
        return new Key("own:" + member.value());
    }

    /// The key of those who have a role somewhere that allows something there.
    public static Key here(Permission permission, Subject where) {
        return at("here", permission, where);
    }

    /// The key of those who have a role somewhere that allows something with all that lies below.
    public static Key below(Permission permission, Subject where) {
        return at("below", permission, where);
    }

    /// The key of everybody who belongs to the association.
    public static Key everybodys() {
        return here(Permission.READ, Subject.EVERYBODY);
    }

    private static Key at(String reach, Permission permission, Subject where) {
        return new Key("%s:%s:%s:%s".formatted(reach, permission, where.type(), where.id()));
    }
}
