export default {
  'listing.stage': '할 일',
  'listing.stage.late': '기한 경과',
  'listing.stage.waiting': '판정할 행이 있음',
  'listing.stage.ready': '결정 대기',
  'listing.stage.evidence': '자료 대기',
  'listing.evaluator': '평가 담당',
  'listing.office': '담당 부서',
  'listing.own': '내 학점 인정 건',
  'listing.own-lead': '등록한 성적증명서의 진행 상황과 인정 결과입니다.',
  'listing.own-none': '아직 학점 인정 건이 없습니다',
  'listing.own-none-why':
    '본인 또는 소속 대학이 수학한 대학의 성적증명서를 등록하면 건이 시작됩니다.',
  'listing.received': '접수일',
} as const
