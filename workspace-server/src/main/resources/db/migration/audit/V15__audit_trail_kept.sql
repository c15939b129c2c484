-- What was written down stays: whoever wants to change it has to take this away first, which the
-- chain of hashes shows as well.
create function keep_audit_entry() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is only continued';
end
$$;

create trigger audit_entry_is_kept before update or delete on audit_entry
    for each row execute function keep_audit_entry();

create trigger audit_trail_is_kept before truncate on audit_entry
    for each statement execute function keep_audit_entry();
