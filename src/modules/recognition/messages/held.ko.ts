export default {
  'held.part': '학점 인정',
  'held.drafts': '시작했으나 접수하지 않은 성적증명서',
  'held.originals': '성적증명서 원본과 스캔본',
  'held.transcripts': '성적증명서: 과목, 학점, 성적',
  'held.cases': '학점 인정 건과 결정',
  'held.stays':
    '이름 없이 보존됩니다. 학위의 근거가 된 학점은 계속 증명할 수 있어야 합니다. 기간은 소속 대학이 정하며 이 시스템에는 기한이 없습니다.',
  'hinder.open-case': '{organisation}의 학점 인정 건 {number}이(가) 아직 결정되지 않았습니다.',
}
