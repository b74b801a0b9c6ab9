export default {
  'compact.index': '이 건의 행',
  'compact.suggestions': '{code}에 해당할 수 있는 과목 {count, plural, other {#개}}:',
  'compact.off-scale':
    '{count, plural, other {#개}} 행의 성적이 수학한 대학의 성적 체계에 없습니다: {codes}',
  'compact.off-scale-hint': '결정 전에 원본과 대조하십시오.',
  'compact.unchecked': '원본의 진위 확인 기록이 없습니다',
  'compact.unchecked-hint': '그래도 결정할 수 있으며, 기록이 없었다는 점은 처리 이력에 남습니다.',
  'compact.not-a-workbook':
    '{name}은(는) {kind} 파일 이름이지만 내용은 일반 텍스트입니다. 원래 프로그램에서 다시 저장하거나 .csv 또는 .txt로 올리십시오.',
} as const
