import type en from './methods.en.ts'

export default {
  'command.method': '匹配方法；不填则由申请人依次申请，同分由抽签决定',
  'command.no-method': '没有这种方法。可用的方法：{names}。',
  'command.method-usage': '方法 {name} 需要 {count, number} 张表格以及 --seed 文本 和 --out 文件。',
  'input.applicant-twice': '{name} 在申请人名单中重复出现。',
  'input.place-twice': '{name} 在名额名单中重复出现。',
  'input.unknown-place': '{of} 填报了 {name}，但名额名单中没有该项。',
  'input.unknown-applicant': '{of} 将 {name} 列入排序，但申请人名单中没有此人。',
  'input.chosen-twice': '{of} 重复填报了 {name}。',
  'input.list-long': '{of} 填报了 {name} 个志愿，最多可填 1,000 个。请缩短名单。',
  'input.ranked-twice': '{of} 在排序中重复列出了 {name}。',
  'input.seats': '{of} 的人数必须是 1 至 1,000,000 之间的整数。',
  'ties.proved':
    '已证明：不存在彼此都严格更愿意选择对方的申请人与名额；任何满足这一条件的结果，获得名额的人数都不超过本结果的一倍半。并列者不以抽签区分，因此不能保证如实填报总是最优。',
  'ties.small':
    '未能证明：有 {count, number} 人占用的名额可以让给尚无名额者，而同样合意的另一名额仍空着。结果可能少于所承诺的人数。',
  'ties.placed':
    '{applicant} 获得 {place}，属于第 {choice, number} 组志愿。更靠前各组的名额均由排序更高或相同的申请人占满。',
  'ties.as-good':
    '{applicant} 已获得 {has}，与 {place} 同属其第 {choice, number} 组志愿，同样合意。',
  'ties.equal':
    '{place} 共 {seats, number} 个名额。{applicant} 与最后一名录取者并列（第 {rank, number} 组）。并列者中，本方法优先使更多人获得名额，其次由抽签决定。',
  'reserves.categories': '一轮匹配最多为 {most, number} 个类别预留名额。',
  'reserves.too-many': '{place} 预留的名额多于其总名额。',
  'reserves.twice': '{place} 为 {category} 重复预留名额。',
  'reserves.seats': '{place} 为 {category} 预留的名额必须是不小于 1 的整数，写作“10; TH 2; KR 3”。',
  'reserves.proved':
    '已证明：不存在这样的申请人：其更愿意去某一名额，而该名额按自身的预留与开放规则也会选择此人。预留名额无人使用的，已向所有人开放。',
  'proved.best': '已证明：没有其他这样的结果能让任何申请人得到更靠前的志愿。',
  'reserves.placed':
    '{applicant} 获得 {place}，为第 {choice, number} 志愿。此前各志愿按其预留与开放名额均不会录取 {applicant}。',
  'reserves.outranked':
    '{place} 共 {seats, number} 个名额。开放名额录取至第 {last, number} 名；{applicant} 位于第 {rank, number} 名（同分按抽签排序）。',
  'reserves.own':
    '其中 {seats, number} 个名额预留给该申请人所属的 {category}，录取至第 {last, number} 名。',
  'reserves.other':
    '其中 {seats, number} 个名额预留给 {category}，因此录取了排名低至第 {last, number} 名的申请人。',
  'input.unknown-host': '{of} 属于 {name}，但接收方表中没有该项。',
  'shared.proved':
    '已证明：项目与接收方的名额均未超出，且不存在申请人、项目及其接收方都更愿意改变的情形。',
  'shared.placed':
    '{applicant} 获得 {place}，为第 {choice, number} 志愿。此前各志愿的项目或其接收方均已由接收方排序更靠前的申请人占满。',
  'shared.project-full':
    '{place} 共 {seats, number} 个名额，均由 {host} 排序更靠前的申请人获得，录取至第 {last, number} 名；{applicant} 位于第 {rank, number} 名（同分按抽签排序）。',
  'shared.host-full':
    '{place} 尚有名额，但 {host} 的全部项目合计只接收 {seats, number} 人，均为排序更靠前的申请人，录取至第 {last, number} 名；{applicant} 位于第 {rank, number} 名（同分按抽签排序）。',
  'one-sided.ranked':
    '{place} 对申请人进行了排序，但本方法只考虑申请人的志愿。请去掉排序，或改用其他方法。',
  'one-sided.not-best': '未能证明：各名额的影子价格不能表明这是整体最优的结果。',
  'rank-maximal.proved':
    '已证明：没有任何结果能让更多人获得第一志愿；在第一志愿人数相同的结果中，没有一个能让更多人获得第二志愿，依此类推。本方法可能使不如实填报者受益。',
  'rank-maximal.fewer':
    '如果 {applicant} 获得 {place}，则总体上获得第 {choice, number} 志愿的人至少减少 {count, number} 名，而更靠前志愿的人数至多持平；此结论已通过试算验证。',
  'fair.proved':
    '已证明：没有任何结果能让更少的人无名额；在这一人数相同的结果中，没有一个能让更少的人落到最后志愿，其次是倒数第二志愿，依此类推。本方法可能使不如实填报者受益。',
  'fair.unplaced':
    '如果 {applicant} 获得 {place}，则至少会多出 {count, number} 人没有名额；此结论已通过试算验证。',
  'fair.more':
    '如果 {applicant} 获得 {place}，则总体上至少多出 {count, number} 人只能获得第 {choice, number} 志愿，且境况更差者并无改善；此结论已通过试算验证。',
  'one-sided.placed':
    '{applicant} 获得 {place}，为第 {choice, number} 志愿；就整体而言这是最优的安排。',
  'one-sided.equal':
    '让 {applicant} 获得 {place} 的结果对整体而言同样好。在同样好的结果中，由抽签顺序决定。',
  'repair.unknown': '本轮中没有 {name}。',
  'repair.both': '{name} 既是申请人又是名额。请用 --side applicant 或 --side place 说明。',
  'repair.unstable': '待修补的结果并不稳定，请重新运行本轮匹配。',
  'repair.not-forced': '未能证明：变动清单中有一项并非必要，可能无故影响了他人。',
  'repair.proved-applicant':
    '已证明：结果重新稳定，且无人变差。在无人变差的所有稳定结果中，没有一个变动的人更少。变动人数：{count, number}。',
  'repair.proved-place':
    '已证明：结果重新稳定。在无人以他人为代价而上升的所有稳定结果中，没有一个变动的人更少。变动人数：{count, number}。',
  'repair.unlike': '待修补的结果与名单不符。',
  'repair.nothing-still':
    '{applicant} 仍未获得名额：此次修补没有空出由 {applicant} 获得会使整体更好的名额。',
  'repair.moved-best': '{applicant} 由 {from} 调至 {has}：有人退出后，整体最优的结果需要这一变动。',
  'repair.gained-best': '{applicant} 获得空出的 {has}。',
  'repair.lost-best': '{applicant} 失去 {has}：有人退出后，没有整体同样好而能保留它的结果。',
  'repair.proved-best':
    '已证明：退出者除外，没有任何结果对整体更好；在同样好的结果中，没有一个变动的人更少。变动人数：{count, number}。',
  'repair.proved-mentors':
    '已证明（每类导师分别成立，另一类保持不变）：没有任何结果让更少的学生缺少导师；在这些结果中，没有一个变动更少，其中也没有一个成本更低。变动的学生：{count, number} 人。',
  'repair.withdrew': '{name} 已退出。',
  'repair.kept': '{applicant} 保留 {has}：此次退出未对其产生影响。',
  'repair.still-nothing': '{applicant} 仍无名额：空出的名额未能递补到该申请人。',
  'repair.moved':
    '{applicant} 由 {from} 调至 {has}，为连锁变动的第 {step, number} 步：有名额空出或原名额失去，且没有排序更靠前的申请人。',
  'repair.gained':
    '{applicant} 获得 {has}，为连锁变动的第 {step, number} 步：名额空出，且没有更愿意获得它而排序更靠前的申请人。',
  'repair.lost': '{applicant} 失去 {has}，其志愿中的其他名额都不会以其替换现有人选。',
  'compare.changed': '{count, plural, =0 {两次运行的结果完全相同。} other {共有 # 人的结果不同。}}',
  'compare.up': '按本人志愿更好：{count, number} 人',
  'compare.down': '按本人志愿更差：{count, number} 人',
  'compare.as-good': '换了名额但同样合意：{count, number} 人',
  'compare.gained': '原无名额，现有名额：{count, number} 人',
  'compare.lost': '原有名额，现无名额：{count, number} 人',
  'compare.joined': '仅见于第二次运行：{count, number} 人',
  'compare.left': '仅见于第一次运行：{count, number} 人',
  'compare.one': '{applicant}：{before} → {after}',
  'command.repair-usage':
    '用法：weft match repair 文件 名称 --out 文件（名称为退出的申请人或名额），或 weft match compare 文件 文件。',
  'command.side': '名称重复时，说明退出的是申请人还是名额：applicant 或 place',
  'repair.kind':
    '这种方式没有经证明变动最少的修补。请从名单中去掉退出者，用同一方式重新运行，再比较两次运行。',
  'shortage.none': '所有人都可以获得其所填报且愿意接收其的名额。',
  'shortage.nowhere':
    '{applicant} 填报的名额均不接收 {applicant}；增加名额无济于事，只能补充志愿或排序。',
  'shortage.bottleneck':
    '有 {people, number} 人只能被 {places} 接收，而这些名额合计仅 {seats, number} 个：缺 {missing, number} 个。',
  'shortage.add':
    '使其余所有人都能获得名额的最小增量：{count, number} 个（{places}）。已证明：更少则不够。',
  'shortage.instead': '另一种办法：{count, number} 个（{places}）。',
  'command.shortage-usage':
    '用法：weft match shortage 申请人名单 名额名单，或 学生名单 导师名单 [配对表] --method mentors（两类导师用 coupled-mentors）。说明为何并非人人都能获得名额或导师，以及在何处增加名额有用。',
  'mentors.twice': '{name} 在表格中重复出现。',
  'mentors.seats': '{name}：指导人数必须是 0 至 1,000,000 之间的整数。',
  'mentors.kind': '{name}：导师类别请填写 academic（学术）或 industry（产业）。',
  'mentors.unknown': '{name} 出现在配对表中，但不在人员表中。',
  'mentors.cost': '{student} 与 {mentor}：成本必须是 0 至 10,000,000 之间的整数。',
  'mentors.pair-twice': '{student} 与 {mentor} 的配对重复出现。',
  'mentors.languages': '一轮匹配最多包含 {most, number} 种语言。',
  'mentors.matched':
    '共 {applicants, number} 名学生，其中 {matched, number} 名获得两位导师，且三人有共同语言。',
  'mentors.proved': '已证明：总成本为 {cost, number}，没有任何结果成本更低。',
  'mentors.exact':
    '成本为 {cost, number}。求解程序 HiGHS 判定没有成本更低的结果。不依赖该程序的证明：任何结果的成本都不低于 {bound, number}，因此仅凭这一证明，至多还能节省 {gap, number, percent}。',
  'mentors.bounded':
    '总成本为 {cost, number}。已证明：没有任何结果的成本低于 {bound, number}，因此最多还可节省 {gap, number, percent}。并不声称这是成本最低的结果。',
  'mentors.no-pair': '{applicant} 与 {place} 未被列为可配对：配对表中没有该项，例如因利益冲突。',
  'mentors.has': '{applicant} 的导师为 {place}，成本为 {cost, number}。',
  'mentors.no-language': '{applicant} 与 {place} 没有共同语言。',
  'mentors.no-trio': '{applicant}、{place} 与另一位导师 {other} 三人没有共同语言。',
  'mentors.full':
    '{place} 最多指导 {seats, number} 名学生，已满。与 {applicant} 配对的成本为 {cost, number}，而该处一个名额对整体的价值为 {price, number}。',
  'mentors.dearer':
    '{place} 尚有余额，但与 {applicant} 配对的成本为 {cost, number}；{applicant} 现有的安排对整体成本更低，或须满足共同语言的要求。',
  'couples.uncertified':
    '未经认证：有伴侣共同申请时，稳定结果可能不存在，本搜索也可能找不到。此方法下如实填报未必最优。',
  'couples.stable': '已核对：在本结果中，不存在彼此都更愿意选择对方的单人、伴侣与名额。',
  'couples.unstable':
    '本结果不稳定：有 {singles, number} 处单人与名额、{couples, number} 处伴侣与两处名额彼此更愿意选择对方，应由人工审查。',
  'couples.together':
    '{applicant} 与 {partner} 共同申请：两人同时获得共同志愿中的一对名额，否则均不获得。',
  'couples.unknown': '{name} 列在伴侣表中，但不在申请人名单中。',
  'couples.own-list': '{name} 既列在伴侣表中，又单独填报了志愿。请只保留其一。',
  'couples.twice': '{name} 出现在多对伴侣中。',
  'input.long': '“{text}…”过长：名称与种子最多 {longest, number} 个字符。',
  'input.empty': '有名称、类别或种子为空。',
  'command.file-there': '文件 {file} 已存在。请用 --out 指定其他文件。',
} satisfies Record<keyof typeof en, string>
