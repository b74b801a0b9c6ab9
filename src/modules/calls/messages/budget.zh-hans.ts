export default {
  'budget.award': '每人资助额',
  'budget.currency': '币种',
  'budget.given': '已分配金额',
  'budget.lead': '若为基金，请填写总额与每人资助额，不填名额；录取人数以能够全额资助者为限。',
  'budget.left': '剩余',
  'budget.no-amount': '请填写大于零的金额，例如 30,000 或 30000.50。',
  'budget.no-currency': '请选择币种。',
  'budget.no-seats': '名额请留空，由基金金额计算得出。',
  'budget.too-little': '基金总额不足一份资助。',
  'budget.too-many': '该基金可资助超过 {most, number} 人，请核对两项金额。',
  'budget.total': '基金总额',
  'budget.yours': '资助金额：{amount}',
}
