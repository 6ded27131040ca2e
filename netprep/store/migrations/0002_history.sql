-- Every write to a record is kept with its before and after, by trigger: no later code can forget to.
create table step (
    id      integer primary key autoincrement,
    at      text not null,
    command text not null
);
create table change (
    id       integer primary key autoincrement,
    step     integer not null references step (id) on delete cascade,
    seq      integer not null,
    before   text,
    after    text
);
create index change_of_step on change (step, id);
-- The step that writes belong to; empty while an undo replays or a person is forgotten.
create table current_step (id integer);

create trigger record_inserted after insert on record when (select id from current_step) is not null
begin
    insert into change (step, seq, before, after)
    values ((select id from current_step), new.seq, null,
        json_object('kind', new.kind, 'id', new.id, 'owner', new.owner, 'document', new.document));
end;
create trigger record_updated after update on record when (select id from current_step) is not null
begin
    insert into change (step, seq, before, after)
    values ((select id from current_step), new.seq,
        json_object('kind', old.kind, 'id', old.id, 'owner', old.owner, 'document', old.document),
        json_object('kind', new.kind, 'id', new.id, 'owner', new.owner, 'document', new.document));
end;
create trigger record_deleted after delete on record when (select id from current_step) is not null
begin
    insert into change (step, seq, before, after)
    values ((select id from current_step), old.seq,
        json_object('kind', old.kind, 'id', old.id, 'owner', old.owner, 'document', old.document), null);
end;
