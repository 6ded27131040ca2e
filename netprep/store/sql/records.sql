-- name: record(kind, id)^
select seq, kind, id, owner, document from record where kind = :kind and id = :id;

-- name: records_of_kind(kind)
select seq, kind, id, owner, document from record where kind = :kind order by seq;

-- name: records_of_owner(owner)
-- A contact's facts and entries, each in the order they were written.
select seq, kind, id, owner, document from record where owner = :owner order by kind, seq;

-- name: contacts_and_logs()
-- Every contact once for each of its facts and entries, or once alone: one pass, nothing held in memory.
select card.seq as card, card.document as card_document, line.kind, line.document
from record as card indexed by record_of_kind left join record as line indexed by record_of_owner on line.owner = card.id
where card.kind = 'contact'
order by card.seq, line.kind, line.seq;

-- name: contact_and_log(id)
-- A contact with everything it owns, in one go.
select seq, kind, id, owner, document from record where kind = 'contact' and id = :id
union all
select seq, kind, id, owner, document from record where owner = :id and kind in ('fact', 'entry')
order by 1;

-- name: event_entry_ids()
select record.id as event, json_extract(line.value, '$.id') as id
from record, json_each(record.document, '$.log') as line
where record.kind = 'event';

-- name: my_fact_ids()
select json_extract(line.value, '$.id') as id
from record, json_each(record.document, '$.facts') as line
where record.kind = 'me';

-- name: counts()
select kind, count(*) as number from record group by kind;

-- name: open_promises()
-- Promises of mine that no entry, itself not struck, says were kept or broken.
select owner, document from record as promise indexed by promise_by_due
where kind = 'entry' and json_extract(document, '$.kind') = 'promise'
    and coalesce(json_extract(document, '$.by'), 'me') = 'me'
    and json_extract(document, '$.struck') is null
    and not exists (
        select 1 from record as closing indexed by promise_closed
        -- The sign takes the column's type away; with it, the index could not be searched.
        where closing.kind = 'entry' and json_extract(closing.document, '$.of') = +promise.id
            and json_extract(closing.document, '$.of') is not null
            and closing.owner = promise.owner
            and json_extract(closing.document, '$.kind') in ('promise_kept', 'promise_broken')
            and json_extract(closing.document, '$.struck') is null
    )
order by json_extract(document, '$.due') is null, substr(json_extract(document, '$.due'), 1, 10), seq;

-- name: met_since(day)
select distinct owner from record indexed by entry_by_date
where kind = 'entry'
    and json_extract(document, '$.kind') in ('met', 'one_to_one', 'shared_work', 'received')
    and json_extract(document, '$.date') >= :day
    and json_extract(document, '$.struck') is null
order by owner;

-- name: dated_facts(first, after)
select owner, document from record indexed by fact_by_when
where kind = 'fact' and json_extract(document, '$.when') is not null
    and json_extract(document, '$.when') >= :first and json_extract(document, '$.when') < :after
order by json_extract(document, '$.when'), seq;

-- name: insert_record(kind, id, owner, document)<!
insert into record (kind, id, owner, document) values (:kind, :id, :owner, :document);

-- name: insert_records(rows)!
-- Many at once, as a JSON list of [kind, id, owner, document]. One statement and not one for each record, since
-- the search indexes write what they hold in memory to the file before every statement.
insert into record (kind, id, owner, document)
select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(:rows) order by key;

-- name: update_record(kind, id, document)!
update record set document = :document where kind = :kind and id = :id and document <> :document;

-- name: rename_record(kind, id, new_id, document)!
update record set id = :new_id, document = :document where kind = :kind and id = :id;

-- name: delete_record(kind, id)!
delete from record where kind = :kind and id = :id;

-- name: delete_owned(owner)!
delete from record where owner = :owner;

-- name: counter(name)^
select value from counter where name = :name;

-- name: raise_counter(name, value)!
update counter set value = max(value, :value) where name = :name;

-- name: ids_like(kind, id, prefix)
-- An id and those made from it with a number behind.
select id from record where kind = :kind and id = :id
union all
select id from record where kind = :kind and id >= :prefix and id < :prefix || 'a';

-- name: records_naming(quoted)
-- Records whose document names an id (as JSON) anywhere, by its text: candidates for a closer look.
select seq, kind, id, owner, document from record where instr(document, :quoted) > 0;

-- name: contacts_and_logs_of(ids)
-- Those contacts once for each of their facts and entries, or once alone; the ids come as a JSON list.
select card.seq as card, card.document as card_document, line.kind, line.document
from record as card left join record as line indexed by record_of_owner on line.owner = card.id
where card.kind = 'contact' and card.id in (select value from json_each(:ids))
order by card.seq, line.kind, line.seq;

-- name: needs(field, limit)
-- Facts of one of the fields of need, the newest first, with the name of whose they are.
select fact.owner, json_extract(card.document, '$.name') as name, fact.document
from record as fact indexed by fact_of_need
join record as card on card.kind = 'contact' and card.id = fact.owner
where fact.kind = 'fact' and json_extract(fact.document, '$.field') = :field
    and json_extract(fact.document, '$.field') in ('wants_to_meet', 'challenges')
    and coalesce(json_extract(card.document, '$.do_not_contact'), 0) = 0
order by json_extract(fact.document, '$.date') desc, fact.seq desc limit :limit;
