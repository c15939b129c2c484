/// The whole workspace as its members meet it: the runnable jar, real browsers, foreign clients.
package org.rotfaden.e2e;
