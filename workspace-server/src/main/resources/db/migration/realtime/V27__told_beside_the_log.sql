-- Up to which update the owner of a document was told of its changes. Beside the document's own row, which everybody who
-- appends to its log waits for.
create table live_document_told (
    document_id uuid primary key references live_document on delete cascade,
    sequence    bigint not null
);

insert into live_document_told select id, told_sequence from live_document;

drop index live_document_untold;
alter table live_document drop column told_sequence;
