-- What it takes to take the end of a membership back the same day: when it was written down, and
-- until when and why the membership was to last before.
alter table membership
    add column ended_on       date,
    add column end_before     date,
    add column because_before text;
