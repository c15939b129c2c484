package org.rotfaden.ui.groups;

import org.rotfaden.ui.elements.Paths;

/// The pages below the list of groups.
public final class GroupPaths {

    /// Where a group is founded.
    public static final String FOUND = Paths.GROUPS + "/gruenden";

    /// Shows the archived groups instead of those at work.
    static final String ARCHIVED = "archiviert";

    private GroupPaths() {}
}
