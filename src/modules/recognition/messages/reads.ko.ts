export default {
  'reads.cases': '학점 인정 건 목록',
  'reads.case': '학점 인정 건',
  'reads.original': '제출된 성적증명서 원본',
  'reads.statement': '학점 인정 증명서',
  'reads.draft': '성적증명서 초안',
  'reads.students': '성적증명서를 등록할 학생 선택 목록',
  'reads.postings': '학적부에 등재할 학점',
  'reads.past': '규정 변경으로 달라질 결정된 건',
}
