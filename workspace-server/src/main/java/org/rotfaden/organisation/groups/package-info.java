/// Working groups and interest groups, which any member may found.
@NamedInterface("groups")
@NullMarked
package org.rotfaden.organisation.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
