package org.rotfaden.security;

import java.time.LocalDate;

/// What day it is for the association: offices and memberships begin and end with its days.
public interface Today {

    LocalDate date();
}
