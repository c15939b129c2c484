package org.rotfaden.ui.account;

import java.time.Clock;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Logins;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.ui.elements.Live;
import org.springframework.stereotype.Component;

/// By what a member and her programs come in, as the sections of her account show it.
@Component
record WaysIn(
        MemberPasswords passwords, Logins logins, AccessTokens tokens, Live live, Clock clock) {}
