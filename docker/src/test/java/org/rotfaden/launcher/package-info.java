/// What an operator meets: the launcher, the runnable jar, and their words when something is in the
/// way.
package org.rotfaden.launcher;
