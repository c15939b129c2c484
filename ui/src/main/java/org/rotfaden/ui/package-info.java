/// What people see: the views, which compose everything below and which nothing depends on.
@NullMarked
package org.rotfaden.ui;

import org.jspecify.annotations.NullMarked;
