import type en from './casework.en.ts'

export default {
  'cases.similar': '没有名为“{search}”的人，以下是相近的姓名。',
  'issuer.title': '是这所院校的成绩单吗？',
  'issuer.missing': '这份成绩单由哪所院校出具？',
  'issuer.names': '文件所列出具单位为{issuer}，而提交时选择的是{host}。',
  'issuer.take': '由{institution}出具',
  'issuer.choose': '选用这所院校',
  'issuer.not-listed': '列表中没有这所院校？',
  'issuer.not-listed-what':
    '由联盟秘书处录入。成绩单会保留在“尚未完成的成绩单”中，院校录入后会通知您继续办理。',
  'issuer.asked': '已请秘书处录入{institution}。',
  'issuer.enter': '录入机构',
  'issuer.institution': '院校名称（按文件所写）',
  'issuer.ask': '请秘书处录入',
  'issuer.requested': '已通知秘书处。成绩单已保留，院校录入后会通知您。',
  'issuer.changed': '院校已更改，所填内容均已保留。',
  'issuer.confirm': '我已与原件核对：这是{host}的成绩单',
  'issuer.confirm-button': '确认是{host}的成绩单',
  'issuer.confirmed': '{by}于{day}确认这是{host}的成绩单。',
  'issuer.confirmed-now': '已确认，可以对本案作出决定。',
  'issuer.before-decision':
    '请与原件核对并确认；未经确认不能作出决定。若是其他院校的成绩单，请撤回本案后重新提交。',
  'issuer.none-of-these': '列表中没有',
  'issuer.none-of-these-hint':
    '如列表中没有该院校，请选择“列表中没有”：成绩单会一直保留，直到秘书处录入该院校。',
  'issuer.here-now': '{institution}已录入机构名单，请继续办理您提交的成绩单。',
  'notice.kind.host-entered': '您的成绩单所等待的院校已录入',
  'task.missing-host': '将{institution}录入机构名单：有成绩单在等待',
  'task.kind.missing-host': '待录入的院校',
  'entry.issuer-confirmed': '已确认成绩单属于接收院校，尽管文件所列出具单位不同',
  'refusal.issuer-unconfirmed':
    '文件所列出具单位是{issuer}，不是{host}。请选择实际出具成绩单的院校，或确认这是{host}的成绩单。',
  'refusal.issuer-in-doubt':
    '文件所列出具单位与接收院校不符。请先确认成绩单属于接收院校，再作决定。',
  'refusal.institution-name': '请填写院校名称',
  'command.transcript.issuer-confirmed': '文件所列出具单位不同，但确属该接收院校',
} as const satisfies Record<keyof typeof en, string>
