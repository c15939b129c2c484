package org.rotfaden;

/// Who somebody is to the association, in the order in which tables list them.
///
/// Whoever holds an office, a group or a grant is at home in no unit here, so that a line of a
/// table shows what that alone brings.
public enum Part {
    MEMBER("Mitglied ohne Gliederung"),
    HOME_MEMBER("Mitglied der Gliederung"),
    HOME_MEMBER_BELOW("Mitglied der Gliederung darunter, in der alle schreiben"),
    GUEST("Gast der Gliederung"),
    GUEST_BELOW("Gast der Gliederung darunter, in der Gäste mitreden"),
    CHAIR("Vorsitz der Gliederung"),
    SECRETARY("Schriftführung der Gliederung"),
    TREASURER("Kasse der Gliederung"),
    ASSESSOR("Beisitz im Vorstand der Gliederung"),
    CHAIR_ABOVE("Vorsitz der Gliederung darüber"),
    CHAIR_BELOW("Vorsitz der Gliederung darunter"),
    CHAIR_BESIDE("Vorsitz der Gliederung daneben"),
    BODY_MEMBER("Mitglied des Ausschusses"),
    GROUP_HOST("Gastgeber:in der Gruppe"),
    GROUP_MEMBER("Mitglied der Gruppe"),
    FORMER_GROUP("Mitglied der archivierten Gruppe"),
    INVITED_READER("zum Lesen des Vorstandsantrags eingeladen"),
    INVITED_WRITER("zum Schreiben des Vorstandsantrags eingeladen"),
    UNIT_ADMINISTRATOR("verwaltet die Gliederung"),
    ASSOCIATION_ADMINISTRATOR("verwaltet den Verband"),
    OPERATOR("betreibt den Server"),
    RESTING("Beisitz, dessen Rechte ruhen"),
    FORMER_MEMBER("ausgetreten"),
    CHAIR_WHO_LEFT("Vorsitz der Gliederung, ausgetreten"),
    FORMER_CHAIR("früherer Vorsitz der Gliederung");

    private final String german;

    Part(String german) {
        this.german = german;
    }

    public String german() {
        return german;
    }
}
