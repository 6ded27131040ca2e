-- What people look for and struggle with, by date: what to keep an ear open for at an event.
create index fact_of_need on record (json_extract(document, '$.field'), json_extract(document, '$.date'))
    where kind = 'fact' and json_extract(document, '$.field') in ('wants_to_meet', 'challenges');
