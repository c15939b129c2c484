package org.rotfaden.realtime.socket;

import org.rotfaden.realtime.rooms.Outlet;
import org.rotfaden.realtime.rooms.Participant;

/// A visitor in a document over one connection.
///
/// @param outlet by which it is told from a later stay of the same name
record Stay(Visitor visitor, Participant participant, Outlet outlet) {}
