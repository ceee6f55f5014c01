-- Timers from before there were ladders wait for the due date itself, which no later one does. Looked at now, they tell
-- what warning is due and wait for the next.
update timer set due_at = now()
from clock
where clock.complaint_id = timer.complaint_id and clock.rule = timer.rule and clock.started_at = timer.started_at
  and timer.due_at = clock.due_at and timer.due_at > now();
