export default {
  'held.part': '임시 보관 파일',
  'held.staged': '아직 접수되지 않은 양식의 파일(하루 뒤 삭제)',
  'held.uploads': '전송이 끝나지 않은 큰 파일(마지막 전송 일주일 뒤 삭제)',
}
