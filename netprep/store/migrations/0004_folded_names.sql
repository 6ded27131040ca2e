-- Names are compared folded (no case, no accents, however the alphabet writes them), by the function "fold" that
-- every connection is given. Three ways to be called: by a whole name or nickname, by beginnings of its words, and,
-- for misspellings, by letters in a row. Text to be found also covers lists of attendees, an event's own log and tags.
drop trigger record_indexed;
drop trigger record_reindexed;
drop trigger record_unindexed;
drop table name_index;
drop table name_trigrams;
drop view contact_names;
drop view findable_text;
delete from text_index;

create view contact_names as
select seq, id, fold(json_extract(document, '$.name')) as name, fold(json_extract(document, '$.nickname')) as nickname
from record where kind = 'contact';

create view findable_text as
select record.seq, (
    select group_concat(part.value, ' ') from json_tree(record.document) as part
    where part.type = 'text' and (part.path in ('$.topics', '$.tags') or part.fullkey = '$.value' or part.key in (
        'name', 'nickname', 'org', 'role', 'quote', 'text', 'anchor', 'what', 'topic', 'gist', 'question', 'subject',
        'body', 'title', 'author', 'note', 'place', 'description', 'goal', 'look_for', 'public'
    ))
) as text
from record
where record.kind <> 'me' and coalesce(json_extract(record.document, '$.sensitivity'), 'open') = 'open';

create table called (folded text not null, seq integer not null, primary key (folded, seq)) without rowid;
create index called_of_contact on called (seq);
create virtual table name_index using fts5 (names, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');
-- With a blank on either side of each word, so that names of two letters have three in a row, too.
create virtual table name_trigrams using fts5 (names, tokenize = 'trigram', detail = 'none');

create trigger contact_indexed after insert on record when new.kind = 'contact'
begin
    insert or ignore into called (folded, seq)
    select name, seq from contact_names where seq = new.seq
    union all select nickname, seq from contact_names where seq = new.seq and nickname is not null;
    insert into name_index (rowid, names) select seq, name || coalesce(' ' || nickname, '') from contact_names where seq = new.seq;
    insert into name_trigrams (rowid, names)
    select seq, ' ' || name || coalesce(' ' || nickname, '') || ' ' from contact_names where seq = new.seq;
    insert or ignore into address (email, seq) select lower(value), new.seq from json_each(new.document, '$.emails');
end;
create trigger contact_unindexed after delete on record when old.kind = 'contact'
begin
    delete from called where seq = old.seq;
    delete from name_index where rowid = old.seq;
    delete from name_trigrams where rowid = old.seq;
    delete from address where seq = old.seq;
end;
create trigger contact_reindexed after update of document on record when new.kind = 'contact'
begin
    delete from called where seq = old.seq;
    delete from name_index where rowid = old.seq;
    delete from name_trigrams where rowid = old.seq;
    delete from address where seq = old.seq;
    insert or ignore into called (folded, seq)
    select name, seq from contact_names where seq = new.seq
    union all select nickname, seq from contact_names where seq = new.seq and nickname is not null;
    insert into name_index (rowid, names)
    select seq, name || coalesce(' ' || nickname, '') from contact_names where seq = new.seq;
    insert into name_trigrams (rowid, names)
    select seq, ' ' || name || coalesce(' ' || nickname, '') || ' ' from contact_names where seq = new.seq;
    insert or ignore into address (email, seq) select lower(value), new.seq from json_each(new.document, '$.emails');
end;
create trigger text_indexed after insert on record
begin
    insert into text_index (rowid, text) select seq, text from findable_text where seq = new.seq and text is not null;
end;
create trigger text_unindexed after delete on record
begin
    delete from text_index where rowid = old.seq;
end;
create trigger text_reindexed after update of document on record
begin
    delete from text_index where rowid = old.seq;
    insert into text_index (rowid, text) select seq, text from findable_text where seq = new.seq and text is not null;
end;

-- What was written before.
insert into called (folded, seq)
select name, seq from contact_names union select nickname, seq from contact_names where nickname is not null;
insert into name_index (rowid, names) select seq, name || coalesce(' ' || nickname, '') from contact_names;
insert into name_trigrams (rowid, names)
select seq, ' ' || name || coalesce(' ' || nickname, '') || ' ' from contact_names;
insert into text_index (rowid, text) select seq, text from findable_text where text is not null;
