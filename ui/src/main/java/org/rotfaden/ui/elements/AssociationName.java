package org.rotfaden.ui.elements;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the association calls itself, where the operator has said so.
@Component
public class AssociationName {

    private final String value;

    public AssociationName(@Value("${rotfaden.association:Rotfaden}") String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
