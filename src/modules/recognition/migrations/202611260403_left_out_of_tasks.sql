-- Open tasks leave out whoever may not do them: the student a check and a decision, the first decider an appeal's answer.
update tasks t set left_out_ids = t.left_out_ids || c.person_id
  from recognition_cases c
  where t.kind in ('recognition.transcript-check', 'recognition.case-decision')
    and t.object_kind = 'recognition-case' and t.object_id = c.id::text
    and t.done_at is null and t.cancelled_at is null and not c.person_id = any (t.left_out_ids);

update tasks t set left_out_ids = t.left_out_ids || d.decided_by
  from appeals a join recognition_decisions d on d.id = a.decision_id
  where t.kind = 'recognition.appeal' and t.object_kind = 'recognition-appeal' and t.object_id = a.id::text
    and t.done_at is null and t.cancelled_at is null and not d.decided_by = any (t.left_out_ids);
