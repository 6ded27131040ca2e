-- name: contacts_by_email(email)
select record.document from address join record on record.seq = address.seq
where address.email = lower(:email) order by record.seq;

-- name: contacts_called(folded, limit)
-- Whose whole name or nickname it is.
select record.document from called join record on record.seq = called.seq
where called.folded = :folded order by called.seq limit :limit;

-- name: contacts_by_name(query, limit)
select record.document from name_index join record on record.seq = name_index.rowid
where name_index match :query order by name_index.rowid limit :limit;

-- name: names_by_trigram(query, limit)
-- The folded names that share most letters in a row, each with its contact's row.
select called.seq, called.folded from called
where called.seq in (select rowid from name_trigrams where name_trigrams match :query order by rank limit :limit);

-- name: card_at(seq)^
select document from record where seq = :seq;

-- name: find(query, limit)
select record.kind, record.id, record.owner, record.document, snippet(text_index, 0, '', '', '…', 12) as excerpt
from text_index join record on record.seq = text_index.rowid
where text_index match :query
    -- The best are chosen first, so that excerpts are made of these only.
    and text_index.rowid in (select rowid from text_index where text_index match :query order by rank limit :limit)
order by rank, text_index.rowid;

-- name: contact_titles(ids)
-- Names of contacts by id; the ids come as a JSON list.
select id, json_extract(document, '$.name') as name from record
where kind = 'contact' and id in (select value from json_each(:ids));

-- name: rebuild_name_index()!
insert into name_index (name_index) values ('rebuild');

-- name: rebuild_name_trigrams()!
insert into name_trigrams (name_trigrams) values ('rebuild');

-- name: rebuild_text_index()!
insert into text_index (text_index) values ('rebuild');

-- name: facts_holding(query, newest)
-- Facts that may perhaps be told to others, among the newest records that hold the words. A word that stands in
-- more records than that says little, and is not read to the end. Which may be told is decided in netprep.facts.
select owner, document from record
where seq in (select rowid from text_index where text_index match :query order by rowid desc limit :newest)
    and kind = 'fact'
    and (json_extract(document, '$.shareable') or json_extract(document, '$.source') = 'public');

-- name: ids_called(names)
-- Which contacts have one of these folded names or nicknames; the names come as a JSON list.
select called.folded, record.id from called join record on record.seq = called.seq
where called.folded in (select value from json_each(:names)) order by called.seq;

-- name: lines_worded(query, limit)
-- The first lines that hold certain words; a fact with its value.
select kind, owner, json_extract(document, '$.value') as value from record
where seq in (select rowid from text_index where text_index match :query limit :limit);

-- name: facts_placed()
-- Open facts of which the activity or the city is known.
select owner, json_extract(document, '$.activity') as activity, json_extract(document, '$.city') as city
from record indexed by fact_placed
where kind = 'fact'
    and coalesce(json_extract(document, '$.activity'), json_extract(document, '$.city')) is not null
    and coalesce(json_extract(document, '$.sensitivity'), 'open') = 'open';

-- name: number_of_contacts()^
select count(*) as number from record where kind = 'contact';

-- name: messages_worded(query, newest)
-- Messages of mine among the newest records that hold the words.
select owner, document from record
where seq in (select rowid from text_index where text_index match :query order by rowid desc limit :newest)
    and kind = 'entry' and json_extract(document, '$.kind') = 'message_out'
    and json_extract(document, '$.struck') is null;
