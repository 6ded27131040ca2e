-- Facts of which the activity or the city is known: what others may share beside the value. Few have either.
create index fact_placed on record (json_extract(document, '$.activity'), json_extract(document, '$.city'))
    where kind = 'fact'
    and coalesce(json_extract(document, '$.activity'), json_extract(document, '$.city')) is not null;
