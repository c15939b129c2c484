/// The page for whoever operates the server.
@NullMarked
package org.rotfaden.ui.operation;

import org.jspecify.annotations.NullMarked;
