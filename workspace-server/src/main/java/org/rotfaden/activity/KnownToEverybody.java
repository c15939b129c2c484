package org.rotfaden.activity;

/// Something of which everybody may know who belongs to the association.
public interface KnownToEverybody extends Activity {

    @Override
    default Audience audience() {
        return Audience.everybody();
    }
}
