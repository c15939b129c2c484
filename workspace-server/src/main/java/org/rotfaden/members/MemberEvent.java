package org.rotfaden.members;

import java.util.UUID;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;

/// What happened to a member.
public sealed interface MemberEvent {

    MemberId member();

    record Registered(MemberId member) implements MemberEvent {}

    record RightChanged(MemberId member, Right right) implements MemberEvent {}

    record LoggedOut(MemberId member, LoginId login) implements MemberEvent {}

    record AccessTokenRevoked(MemberId member, UUID token) implements MemberEvent {}
}
