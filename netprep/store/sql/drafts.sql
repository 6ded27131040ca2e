-- name: save_draft(id, contact, created, document)!
insert into draft (id, contact, created, position, document)
values (:id, :contact, :created, (select coalesce(max(position), 0) + 1 from draft), :document)
on conflict (id) do update set created = :created, position = excluded.position, document = :document;

-- name: drafts_of_contact(contact)
select id, created, document from draft where contact = :contact order by position desc;

-- name: draft(id)^
select contact, created, document from draft where id = :id;

-- name: delete_drafts(contact, quoted)!
-- A contact's drafts, and those to others that name it (:quoted is its id as JSON).
delete from draft where contact = :contact or instr(document, :quoted) > 0;

-- name: forget_key()^
select value from meta where name = 'forget_key';

-- name: remember_forgotten(hash)!
insert or ignore into forgotten (hash) values (:hash);

-- name: forgotten_hash(hash)^
select hash from forgotten where hash = :hash;
