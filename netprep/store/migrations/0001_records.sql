-- One table of records, whatever their kind: history, search, undo and forgetting are each written once and
-- hold for everything, also for kinds that come later. What a document may hold is said in netprep.model.
create table record (
    seq      integer primary key,
    kind     text not null check (kind in ('me', 'contact', 'fact', 'entry', 'event', 'group', 'library_item')),
    id       text not null,
    owner    text,
    document text not null check (json_valid(document)),
    unique (kind, id)
);
create index record_of_owner on record (owner, kind, seq) where owner is not null;
create index record_of_kind on record (kind, seq);
create index promise_by_due on record (json_extract(document, '$.due'))
    where kind = 'entry' and json_extract(document, '$.kind') = 'promise';
create index promise_closed on record (json_extract(document, '$.of'))
    where kind = 'entry' and json_extract(document, '$.of') is not null;
create index entry_by_date on record (json_extract(document, '$.kind'), json_extract(document, '$.date'))
    where kind = 'entry';
create index fact_by_when on record (json_extract(document, '$.when'))
    where kind = 'fact' and json_extract(document, '$.when') is not null;

-- Numbers of facts and entries are never used twice, not even after an undo: an id that was read aloud,
-- printed or kept in a draft always means the same line.
create table counter (
    name  text primary key,
    value integer not null
) without rowid;
insert into counter (name, value) values ('f', 0), ('e', 0);

-- Finished drafts, so that "sent" knows what went. Working paper: not part of the notebook's history.
create table draft (
    id       text primary key,
    contact  text not null,
    created  text not null,
    position integer not null,
    document text not null check (json_valid(document))
);
create index draft_of_contact on draft (contact, position);

-- People who are to stay forgotten, as keyed hashes, and the key.
create table meta (
    name  text primary key,
    value blob not null
) without rowid;
insert into meta (name, value) values ('forget_key', randomblob(32));
create table forgotten (hash blob primary key) without rowid;
