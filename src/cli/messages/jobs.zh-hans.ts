export default {
  'jobs.summary': '列出后台失败的作业，以及未能处理的记录。',
  'jobs.retry.summary': '重试后台失败的内容。',
  'jobs.option.subscription': '重试该订阅未能处理的记录。',
  'jobs.option.all': '重试所有失败的内容。',
  'jobs.retry.which': '请说明要重试什么：失败作业的编号、订阅名称，或 --all。',
  'jobs.retry.no-id': '“{word}”不是作业编号。参见：weft jobs',
  'jobs.counts': '作业：等待 {waiting}，运行 {running}，失败 {failed}。',
  'jobs.failed': '  {id}  {type}：{at} 失败，已尝试 {attempts} 次。{error}',
  'jobs.held-up':
    '  {name}：一条记录已失败 {attempts} 次，链上 {behind} 个位置因此等待；下次尝试：{at}。{error}',
  'jobs.put-aside': '  {name}：搁置 {count} 条记录。',
  'jobs.letter': '    位置 {position}，{type}，{at}。{error}',
  'failure.jobs': '无法查询或重试后台作业。{detail}',
  'jobs.server-ended': '运行中的服务器在回答前已结束。请重试。',
  'jobs.well': '没有失败的内容。',
  'jobs.advice':
    '请先排除原因（详见日志中 “error” 级别的内容），然后运行：weft jobs retry ID …、weft jobs retry --subscription NAME 或 weft jobs retry --all',
  'jobs.unknown': '没有名为“{name}”的失败作业或订阅。',
  'jobs.retried': '{jobs} 个作业重新等待；已处理 {entries} 条搁置的记录。',
  'doctor.background.ok': '后台没有失败的内容',
  'doctor.background.failed': '后台失败：{jobs} 个作业，{subscriptions} 个订阅',
  'doctor.background.advice':
    '请运行 “weft jobs”：它会说明什么失败、为何失败，以及排除原因后如何重试。',
}
