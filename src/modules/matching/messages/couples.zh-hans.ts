/** The texts of couples who want their places together, and of what cannot be promised them. */
export default {
  'method.name.couples-uncertified': '伴侣共同安排（未经认证）',
  'method.hint.couples-uncertified':
    '两人同时获得共同志愿中的一对名额，否则均不获得。对结果不作任何承诺；仍不稳定之处会计数，并写在证书上。',
  'method.hindrance.couples':
    '已提交伴侣名单，而此方法不会考虑它。请移除伴侣名单，或选择伴侣共同安排。',
  'method.hindrance.no-couples':
    '此方法需要第三份名单：伴侣及其成对的名额，写作“实验室 / 博物馆”。',
  'list.couples': '伴侣',
  'list.couples.file': '伴侣及其成对的名额（如有）',
  'list.couples.hint':
    '每对一行：两人姓名，其后为成对的名额，如“实验室 / 博物馆”，最想要的在前。两人也须列在申请人名单中，但不在那里填志愿。提交此名单后，只能使用不作认证的方法。',
  'list.couples.paste': '伴侣各行',
  'lists.without-couples': '移除伴侣名单',
  'lists.without-pairs': '移除配对名单',
  'columns.couple-first': '第一人',
  'columns.couple-second': '第二人',
  'columns.couple-choice': '成对名额',
  'columns.first-pair': '成对名额的首列',
  'columns.last-pair': '成对名额的末列',
  'template.pair': '第 {choice, number} 对',
  'fault.couple-empty': '第 {row, number} 行：一对伴侣需要两个姓名。',
  'fault.couple-self': '第 {row, number} 行：{of} 在这对伴侣中出现两次。请填写另一人。',
  'fault.couple-unknown':
    '第 {row, number} 行：{name} 不在申请人名单中。请在那里添加一行，不填志愿。',
  'fault.couple-own-list':
    '第 {row, number} 行：{name} 在申请人名单中还单独填了志愿。请只保留其一。',
  'fault.couple-twice': '第 {row, number} 行：{name} 出现在多对伴侣中。',
  'fault.couple-none':
    '第 {row, number} 行：{of} 与 {name} 没有填写成对的名额。请至少写一对，如“实验室 / 博物馆”。',
  'fault.couple-choice':
    '第 {row, number} 行：“{name}”不是名额名单中的两处名额。请写作“实验室 / 博物馆”。',
  'fault.couple-choice-twice': '第 {row, number} 行：这对伴侣两次填写“{name}”。',
  'couples.not.title': '未经认证：有伴侣共同申请时无法承诺的事项',
  'couples.not.exists':
    '结果稳定。人人都不愿另换的结果可能不存在，搜索也可能找不到；有多少处彼此更愿意另换，会如实计数。',
  'couples.not.best': '结果对任何人最优。另一结果或许能让更多人得到更想要的名额。',
  'couples.not.truth': '如实填报即为最优。',
  'couples.not.repair': '有人退出时他人变动最少：届时将重新匹配。',
  'run.state.told': '已核对，未认证',
  'run.published-uncertified': '已公布，未认证',
  'run.next.told': '查看计数结果，判断是否可行，再决定公布',
  'proof.told': '核对了什么',
  'proof.couples':
    '各处人数均不超过名额；单人只被安排到其志愿且被排序之处；伴侣只被安排到共同志愿中两人均被排序的一对名额，否则均未安排；',
  'proof.couples-count': '下列愿意另换的计数属实。',
  'check.told': '已核对，未认证',
  'published.told': '刚刚核对：证书如实说明其结果。有伴侣共同申请时，这并不表示结果稳定。',
  'explain.couple-list': '这是共同申请的两人的共同志愿：先为本人的名额，后为另一人的名额。',
  'explain.host-couples':
    '有伴侣共同申请时，可能有人想要而名额仍空缺；排序更靠前的人也可能因另一半没有名额而未被录取。',
  'couples.placed':
    '{applicant} 获得 {place}：第 {choice, number} 志愿。此前的各志愿均有名额不接受，或已计入不稳定之处。',
  'couples.refused':
    '{place} 共 {seats, number} 个名额，均由在该处先于 {applicant} 的人占有：依其排序，或在同等者中依抽签。',
  'couples.partner-refused':
    '对于 {place}，{applicant} 本无障碍，但 {other} 共 {seats, number} 个名额，均由在该处先于另一人的人占有。',
  'couples.partner-unranked':
    '对于 {place}，{applicant} 本无障碍，但 {other} 没有将另一人列入排序。',
  'couples.could-have':
    '{applicant} 可以获得 {place}，且更愿意如此：这是计入不稳定之处的一例。搜索没有找到不含此类情形的结果，应由人工审查。',
  'withdrawal.of-couple':
    '退出者与另一人共同申请，而另一人的单独志愿不在任何名单中。请征询其意愿，在名单中移除这对伴侣后重新提交，并重新运行本轮次。',
}
