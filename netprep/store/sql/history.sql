-- name: begin_step(at, command)<!
insert into step (at, command) values (:at, :command);

-- name: enter_step(id)!
insert into current_step (id) values (:id);

-- name: leave_step()!
delete from current_step;

-- name: drop_step_if_empty(id)!
delete from step where id = :id and not exists (select 1 from change where step = :id);

-- name: steps(limit)
select step.id, step.at, step.command, count(change.id) as changes
from step left join change on change.step = step.id
group by step.id order by step.id desc limit :limit;

-- name: changes_backwards(step)
select seq, before, after from change where step = :step order by id desc;

-- name: drop_step(id)!
delete from step where id = :id;

-- name: drop_steps()!
delete from step;

-- name: put_back(seq, kind, id, owner, document)!
insert into record (seq, kind, id, owner, document) values (:seq, :kind, :id, :owner, :document)
on conflict (seq) do update set kind = :kind, id = :id, owner = :owner, document = :document;

-- name: take_away(seq)!
delete from record where seq = :seq;
