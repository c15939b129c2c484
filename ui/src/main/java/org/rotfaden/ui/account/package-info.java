/// The door, and what a member sets for herself.
@NullMarked
package org.rotfaden.ui.account;

import org.jspecify.annotations.NullMarked;
