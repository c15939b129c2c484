-- Who changed what and when: ids only. Each entry's hash covers the one before it.
create table audit_entry (
    sequence     bigint primary key,
    recorded_at  timestamptz not null,
    actor_id     uuid not null,
    action       text not null,
    subject_type text not null,
    subject_id   uuid not null,
    concerned_id uuid,
    hash         bytea not null
);

create index audit_entry_subject on audit_entry (subject_type, subject_id, sequence desc);
