export default {
  'listing.stage': '待办情况',
  'listing.stage.late': '已逾期',
  'listing.stage.waiting': '有行待判断',
  'listing.stage.ready': '待决定',
  'listing.stage.evidence': '等待补充材料',
  'listing.evaluator': '负责单位',
  'listing.office': '办公室',
  'listing.own': '我的学分认定案',
  'listing.own-lead': '您提交的材料、办理进度及认定结果。',
  'listing.own-none': '尚无学分认定案',
  'listing.own-none-why': '由您本人或本校代您录入接收院校的成绩单后，认定案即开始办理。',
  'listing.received': '收到日期',
} as const
