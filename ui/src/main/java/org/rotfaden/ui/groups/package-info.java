/// The pages of working groups and interest groups.
@NullMarked
package org.rotfaden.ui.groups;

import org.jspecify.annotations.NullMarked;
