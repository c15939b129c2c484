package org.rotfaden.ui;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the association calls itself, where the operator has said so.
@Component
class AssociationName {

    private final String value;

    AssociationName(@Value("${rotfaden.association:Rotfaden}") String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
