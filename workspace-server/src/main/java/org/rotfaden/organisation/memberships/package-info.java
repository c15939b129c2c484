/// Memberships: who is at home in which unit, from when to when, and who follows which.
@NamedInterface("memberships")
@NullMarked
package org.rotfaden.organisation.memberships;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
