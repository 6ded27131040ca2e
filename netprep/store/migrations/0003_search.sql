-- Indexes for finding, kept by trigger so that an undo keeps them too: names of contacts for being called by,
-- their trigrams for misspellings, and all text for "find". Private and sealed text is in none of them.
create view contact_names as
select seq, trim(json_extract(document, '$.name') || ' ' || coalesce(json_extract(document, '$.nickname'), '')) as names
from record where kind = 'contact';

create view findable_text as
select seq, trim(
    coalesce(json_extract(document, '$.name'), '') || ' ' ||
    coalesce(json_extract(document, '$.org'), '') || ' ' ||
    coalesce(json_extract(document, '$.role'), '') || ' ' ||
    coalesce(json_extract(document, '$.value'), '') || ' ' ||
    coalesce(json_extract(document, '$.quote'), '') || ' ' ||
    coalesce(json_extract(document, '$.text'), '') || ' ' ||
    coalesce(json_extract(document, '$.anchor'), '') || ' ' ||
    coalesce(json_extract(document, '$.what'), '') || ' ' ||
    coalesce(json_extract(document, '$.topic'), '') || ' ' ||
    coalesce(json_extract(document, '$.gist'), '') || ' ' ||
    coalesce(json_extract(document, '$.question'), '') || ' ' ||
    coalesce(json_extract(document, '$.subject'), '') || ' ' ||
    coalesce(json_extract(document, '$.body'), '') || ' ' ||
    coalesce(json_extract(document, '$.title'), '') || ' ' ||
    coalesce(json_extract(document, '$.author'), '') || ' ' ||
    coalesce(json_extract(document, '$.note'), '') || ' ' ||
    coalesce(json_extract(document, '$.place'), '') || ' ' ||
    coalesce(json_extract(document, '$.description'), '') || ' ' ||
    coalesce((select group_concat(value, ' ') from json_each(document, '$.topics')), '')
) as text
from record
where kind <> 'me' and coalesce(json_extract(document, '$.sensitivity'), 'open') = 'open';

create virtual table name_index using fts5 (names, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
create virtual table name_trigrams using fts5 (names, tokenize = 'trigram');
create virtual table text_index using fts5 (text, tokenize = "unicode61 remove_diacritics 2");
-- E-mail addresses, folded to lower case, each with its contact.
create table address (email text not null, seq integer not null, primary key (email, seq)) without rowid;
create index address_of_contact on address (seq);

create trigger record_indexed after insert on record
begin
    insert into name_index (rowid, names) select seq, names from contact_names where seq = new.seq;
    insert into name_trigrams (rowid, names) select seq, names from contact_names where seq = new.seq;
    insert into text_index (rowid, text) select seq, text from findable_text where seq = new.seq and text <> '';
    insert or ignore into address (email, seq)
    select lower(value), new.seq from json_each(new.document, '$.emails') where new.kind = 'contact';
end;
create trigger record_reindexed after update of document on record
begin
    delete from name_index where rowid = old.seq and old.kind = 'contact';
    delete from name_trigrams where rowid = old.seq and old.kind = 'contact';
    delete from text_index where rowid = old.seq;
    delete from address where seq = old.seq;
    insert into name_index (rowid, names) select seq, names from contact_names where seq = new.seq;
    insert into name_trigrams (rowid, names) select seq, names from contact_names where seq = new.seq;
    insert into text_index (rowid, text) select seq, text from findable_text where seq = new.seq and text <> '';
    insert or ignore into address (email, seq)
    select lower(value), new.seq from json_each(new.document, '$.emails') where new.kind = 'contact';
end;
create trigger record_unindexed after delete on record
begin
    delete from name_index where rowid = old.seq and old.kind = 'contact';
    delete from name_trigrams where rowid = old.seq and old.kind = 'contact';
    delete from text_index where rowid = old.seq;
    delete from address where seq = old.seq;
end;

-- What was written before there were indexes.
insert into name_index (rowid, names) select seq, names from contact_names;
insert into name_trigrams (rowid, names) select seq, names from contact_names;
insert into text_index (rowid, text) select seq, text from findable_text where text <> '';
insert or ignore into address (email, seq)
select lower(email.value), record.seq from record, json_each(record.document, '$.emails') as email where record.kind = 'contact';
