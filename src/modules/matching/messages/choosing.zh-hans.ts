import type en from './choosing.en.ts'

/** 选择匹配方法的文字，以及因方法而异的结果文字。 */
export default {
  'method.title': '匹配方式',
  'method.line': '匹配方式：{method}',
  'method.choose': '本轮按哪种方式匹配？',
  'method.choose-hint': '规则在名单冻结之前选定，并写入证书。每次运行可以另选一种。',
  'method.name.lottery': '双方都排序；并列由抽签决定',
  'method.hint.lottery':
    '任何人都不会让位给接收单位排得更靠后的人。在所有这样的结果中，它对每位申请人都最好；如实填报志愿总是最有利的。',
  'method.name.ties-kept': '双方都排序；并列保持并列',
  'method.hint.ties-kept':
    '接收单位把多人排为并列时，比用抽签区分能让更多人获得名额。但如实填报不一定总是最有利。',
  'method.name.reserves': '双方都排序；为特定类别保留名额',
  'method.hint.reserves': '为某国或某类别保留的名额先给该类别的人，用不完的向所有人开放。',
  'method.name.shared-quotas': '多个项目共用接收单位的名额',
  'method.hint.shared-quotas':
    '接收单位提供若干项目，但总共只接收一定人数；它对申请人只排一次序，适用于其全部项目。',
  'method.name.rank-maximal': '接收单位不排序：尽量多的人得到第一志愿',
  'method.hint.rank-maximal':
    '其次是尽量多的第二志愿，依此类推。可能有人所得甚少，如实填报也不一定总是最有利。',
  'method.name.fair': '接收单位不排序：尽量不让任何人落空',
  'method.hint.fair':
    '先使没有名额的人最少，再使只得到最后志愿的人最少，依次向前。如实填报不一定总是最有利。',
  'method.others': '与这两份名单不相符的方式',
  'method.hindrance.ranked':
    '名单中接收单位对申请人排了序，或申请人有分数，而这种方式不看这些。请去掉这些列，或选择由接收单位排序的方式。',
  'method.hindrance.tied':
    '有申请人把两个名额填为同样合意（“= 名称”）。请选择保持并列的方式，或写出先后。',
  'method.hindrance.no-reserves':
    '名额名单须有“保留名额”列，写明给某国或某类别的人数，如“TH 2; KR 3”。申请人的类别取“类别”列，没有时取国家。',
  'method.hindrance.no-hosts':
    '名额名单须有“接收单位”列；接收单位的总人数少于各项目之和时，再加“单位总名额”列。',
  'method.host-seats':
    '名额名单第 {row, number} 行：{host} 的总人数与前面的行不同。请写成一致，或只写一次。',
  'method.host-ranking':
    '名额名单第 {row, number} 行：{host} 对申请人的排序与前面的行不同。接收单位对其全部项目只排一次序。',
  'lists.more-columns': '类别、接收单位和并列志愿的列',
  'lists.ties':
    '申请人志愿中的“= 名称”表示与前一个同样合意，适用于保持并列的方式和接收单位不排序的方式。',
  'columns.category': '类别（用于保留名额）',
  'columns.reserves': '保留名额',
  'columns.host': '接收单位',
  'columns.host-seats': '单位总名额',
  'fault.reserve': '第 {row, number} 行：{of} 为“{name}”保留的不是人数。请写成“TH 2; KR 3”的形式。',
  'fault.reserve-twice': '第 {row, number} 行：{of} 为 {name} 保留了两次名额。请只写一个数。',
  'fault.reserves-over': '第 {row, number} 行：{of} 为各类别保留了 {name} 个名额，超过其人数。',
  'fault.host-seats':
    '第 {row, number} 行：“{name}”不是 {of} 的接收单位可接收的人数。请写不小于 1 的整数。',
  'places.seats-free': '尚缺 {count, number} 人',
  'places.full': '已满',
  'places.cutoff-equal': '至第 {rank, number} 名，同名次者未全部录取',
  'places.cutoff-reserves': '最后录取者为第 {rank, number} 名；保留名额可比开放名额录取得更靠后',
  'proof.seats-asked': '任何名额都没有超过人数，每个人只被安排到自己的志愿；',
  'proof.seats-shared':
    '任何项目和接收单位都没有超过人数，每个人只被安排到自己志愿中且对其排了名的名额；',
  'proof.equal-lot': '同等者由同一次抽签决定，任何人都可以用种子重新抽一遍。',
  'withdrawal.title': '有人退出',
  'withdrawal.if': '如有人退出',
  'withdrawal.lead':
    '运行之后如有申请人或名额退出，可先查看对其他人的影响再作决定。原来的运行保持不变。',
  'withdrawal.choose': '选择退出者',
  'withdrawal.who': '谁退出了？请查找申请人或名额。',
  'withdrawal.name': '名称',
  'withdrawal.what': '申请人或名额',
  'withdrawal.changed': '{count, plural, =0 {其他人不变} other {另有 # 人变动}}',
  'withdrawal.next': '请查看变动，再接受为新的一次运行',
  'withdrawal.changes': '对其他人的影响',
  'withdrawal.none': '其他人没有任何变动',
  'withdrawal.none-why': '空出的位置保持空缺，或原本无人占用。',
  'withdrawal.near':
    '凡能保留名额者，在所找到的范围内均予保留，结果重新稳定。没有证明不存在变动更少的结果。',
  'repair.near': '退出者不占名额。变动人数：{count, number}。没有证明不存在变动更少的稳定结果。',
  'repair.near-still':
    '{applicant} 仍无名额：愿意接收 {applicant} 的各处既无空缺，也没有排序更靠后的人。',
  'repair.near-lost':
    '{applicant} 失去 {has}：所找到的稳定结果需要如此。没有证明每个稳定结果都需要如此。',
  'repair.near-gained': '{applicant} 获得 {has}，使结果重新稳定。',
  'repair.near-moved': '{applicant} 从 {from} 改到 {has}，使结果重新稳定。',
  'withdrawal.anew': '这种方式没有经证明变动最少的修补：将去掉退出者、用同一次抽签重新匹配。',
  'withdrawal.accept-lead': '接受后本轮新增一次运行，有自己的证书。不另抽签；原来的运行保持不变。',
  'withdrawal.accept': '接受为新的一次运行',
  'withdrawal.other': '另选退出者',
  'withdrawal.unknown': '此次运行中没有这位申请人或这个名额。',
  'withdrawal.repaired-applicant': '修补第 {number, number} 次运行：申请人 {name} 退出。',
  'withdrawal.repaired-place': '修补第 {number, number} 次运行：名额 {name} 退出。',
  'withdrawal.gone': '已退出',
  'withdrawal.here': '已退出：查看会有哪些变动',
  'flash.repair-frozen': '修补正在运行并接受核验。',
  'story.run-repaired': '第 {number, number} 次运行：有人退出后修补第 {repairs, number} 次运行',
  'explain.host-free':
    '尚有空位（{count, number} 个）：凡填报此处且可以录取的人，都没有落到自己更不愿意的结果。',
  'explain.host-full': '名额已满。未录取者按本方式的规则排在录取者之后。',
  'explain.one-more': '若再增加一个名额，此处将录取：{names}。此结论经重新匹配试算。',
  'explain.one-more-nobody': '再增加一个名额也不会有人前来。此结论经重新匹配试算。',
  'command.help-lists':
    'APPLICANTS（申请人）和 PLACES（名额）为 CSV 或 XLSX 文件，有一行列名，读法与网页相同：按五种语言的列名识别，否则按列的次序。',
  'command.help-applicants':
    'APPLICANTS：姓名或编号，其后依次为志愿，最想要的在前（或每个志愿一行并写明顺序）。还可识别：国家、类别、分数。“= 名称”表示与前一个同样合意。',
  'command.help-places':
    'PLACES：名称、人数，其后为按排序的申请人（或每人一行，写名次或分数）；“= 姓名”表示与前一位并列。还可识别：国家、行业、保留名额（“TH 2; KR 3”）、接收单位、单位总名额。',
  'command.help-methods': '匹配方式（--method）：',
  'command.help-default': '不加 --method',
  'command.help-mentors':
    '为每名学生配一位学术导师和一位行业导师，三人须有共同语言。三个文件：学生（姓名、语言“en zh”）；导师（姓名、academic 或 industry、人数、语言）；配对（学生、导师、成本）。',
  'command.help-couples':
    '希望一同安排的伴侣；不作任何承诺，仍不稳定之处会计数说明。三个文件：申请人、名额、伴侣（两个姓名，其后为成对的名额“实验室 / 博物馆”）。',
  'command.help-three':
    '也接受没有列名的旧式表格：保留名额，以及共用名额的三个文件（申请人、项目及其接收单位、接收单位）。',
  'command.help-examples': '示例：',
  'command.help-offline': '不需要数据库；除 --out 之后的文件外不保存任何内容。',
} satisfies typeof en
