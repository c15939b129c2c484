/// Files over HTTP.
@NullMarked
package org.rotfaden.attachments.api;

import org.jspecify.annotations.NullMarked;
