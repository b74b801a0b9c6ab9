export default {
  'command.summary': '用两张表格运行一轮匹配，或验证匹配证书。',
  'command.seed': '用于同分抽签的公开种子',
  'command.out': '证书的写入位置；已有文件不会被覆盖',
  'command.usage':
    '用法：weft match run 申请人名单 名额名单 --seed 文本 --out 文件，weft match verify 文件，或 weft match why 文件 申请人 名额。申请人名单：第一列为姓名或编号，其后各列按志愿顺序填写名额。名额名单：第一列为名称，第二列为人数，其后各列按排序填写申请人；“= 名称”表示与前一人并列。',
  'command.no-file': '无法读取文件 {file}。',
  'command.matched': '共 {applicants, number} 名申请人，其中 {matched, number} 名获得名额。',
  'command.choice': '第 {choice, number} 志愿：{count, number} 人',
  'command.proved': '已证明：不存在彼此都更愿意选择对方的申请人与名额。',
  'command.written': '证书已写入 {file}。',
  'command.more': '另有 {count, number} 处错误。',
  'fault.no-name': '第 {row, number} 行：第一列为空。请为每一行填写名称。',
  'fault.applicant-twice': '第 {row, number} 行：{name} 在申请人名单中重复出现。每人请只保留一行。',
  'fault.place-twice': '第 {row, number} 行：{name} 在名额名单中重复出现。每个名额请只保留一行。',
  'fault.unknown-place': '第 {row, number} 行：{of} 填报了 {name}，但名额名单中没有该项。',
  'fault.unknown-applicant':
    '第 {row, number} 行：{of} 将 {name} 列入排序，但申请人名单中没有此人。',
  'fault.chosen-twice': '第 {row, number} 行：{of} 重复填报了 {name}。',
  'fault.list-long':
    '第 {row, number} 行：{of} 填报了 {name} 个志愿，最多可填 1,000 个。请缩短名单。',
  'fault.ranked-twice': '第 {row, number} 行：{of} 在排序中重复列出了 {name}。',
  'fault.seats': '第 {row, number} 行：{of} 的人数必须是 1 至 1,000,000 之间的整数。',
  'verify.shape': '该文件不是匹配证书。',
  'verify.inputs': '未能证明：证书中的名单自相矛盾。',
  'verify.hash': '未能证明：名单在运行之后被改动，哈希值不一致。',
  'verify.result': '未能证明：结果中有名额超员，或有人被分到双方未曾互选的名额。',
  'verify.not-best':
    '未能证明：虽无彼此更愿意选择对方的申请人与名额，但另有一个同样稳定的结果能让部分申请人得到更靠前的志愿。',
  'verify.unstable': '未能证明：有 {count, number} 对申请人与名额彼此都更愿意选择对方。',
  'why.unknown': '证书中没有 {applicant} 或 {place}。',
  'why.not-asked': '{applicant} 没有填报 {place}。',
  'why.placed':
    '{applicant} 获得 {place}，为第 {choice, number} 志愿。此前各志愿的名额均由排序更靠前的申请人占满。',
  'why.has-better':
    '{applicant} 已获得第 {choice, number} 志愿，排在 {place}（第 {asked, number} 志愿）之前。',
  'why.not-ranked': '{place} 没有将 {applicant} 列入排序。',
  'why.outranked':
    '{place} 共 {seats, number} 个名额，均由排序更靠前的申请人获得：最后一名录取者位于第 {last, number} 组，{applicant} 位于第 {rank, number} 组。',
  'why.lottery':
    '{place} 共 {seats, number} 个名额。{applicant} 与最后一名录取者并列（该组共 {tied, number} 人），由抽签决定。',
  'why.lot': '该申请人的抽签序号为 {lot, number}。',
  'why.seats-more': '如再增加 {count, number} 个名额即可获得；此结论已通过重新运行本轮匹配验证。',
}
