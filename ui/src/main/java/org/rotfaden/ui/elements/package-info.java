/// What pages are made of: small things that every feature uses, and where pages are.
@NullMarked
package org.rotfaden.ui.elements;

import org.jspecify.annotations.NullMarked;
