-- name: begin_step(at, command)<!
insert into step (at, command) values (:at, :command);

-- name: enter_step(id)!
insert into current_step (id) values (:id);

-- name: leave_step()!
delete from current_step;

-- name: drop_step_if_empty(id)!
delete from step where id = :id and not exists (select 1 from change where step = :id);

-- name: steps(limit)
select id, at, command, (select count(*) from change where change.step = step.id) as changes
from step order by id desc limit :limit;

-- name: drop_step(id)!
delete from step where id = :id;

-- name: drop_steps()!
delete from step;

-- name: take_away(step)!
-- Everything a step touched ...
delete from record where seq in (select seq from change where step = :step);

-- name: put_back(step)!
-- ... and then each of it as it was before the step touched it first.
insert into record (seq, kind, id, owner, document)
select seq, before ->> '$.kind', before ->> '$.id', before ->> '$.owner', before ->> '$.document'
from change
where id in (select min(id) from change where step = :step group by seq) and before is not null
order by seq;
