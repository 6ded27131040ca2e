-- name: contacts_by_email(email)
select record.document from address join record on record.seq = address.seq
where address.email = :email order by record.seq;

-- name: contacts_by_name(query, limit)
select record.document from name_index join record on record.seq = name_index.rowid
where name_index match :query order by record.seq limit :limit;

-- name: names_by_trigram(query, limit)
select record.document from name_trigrams join record on record.seq = name_trigrams.rowid
where name_trigrams match :query order by rank limit :limit;

-- name: find(query, limit)
select record.kind, record.id, record.owner, record.document, snippet(text_index, 0, '', '', '…', 12) as excerpt
from text_index join record on record.seq = text_index.rowid
where text_index match :query order by rank, record.seq limit :limit;

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
