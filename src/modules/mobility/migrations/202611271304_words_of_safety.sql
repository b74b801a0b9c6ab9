-- What was stored in words of stays while the question whether somebody is safe was theirs is said in those of `care`.
update tasks set subject = '{"module": "care", "key": "task.answer", "args": {}}'
  where kind = 'care.answer' and subject ->> 'key' = 'task.safety';
update notices set href = replace(href, '/mobility/safety/', '/care/') where href like '/mobility/safety/%';
update notices set message = jsonb_set(message, '{args,task}', '{"module": "care", "key": "task.answer", "args": {}}')
  where message #>> '{args,task,key}' = 'task.safety';
update notices set kind = 'care.safety',
    message = jsonb_build_object('module', 'care', 'args', '{}'::jsonb, 'key',
      case message ->> 'key' when 'notice.safety' then 'notice.asked' else 'notice.needs-help' end)
  where kind = 'mobility.safety';
delete from notice_preferences where kind = 'mobility.safety';
