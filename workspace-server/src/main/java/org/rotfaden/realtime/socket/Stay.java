package org.rotfaden.realtime.socket;

import org.rotfaden.realtime.rooms.Participant;

/// A visitor in a document over one connection.
record Stay(Visitor visitor, Participant participant) {}
