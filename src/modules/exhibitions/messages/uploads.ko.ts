/** Large files that come in pieces. */
export default {
  'upload.amount': '{total} 중 {sent}',
  'upload.cancel': '{name} 전송 취소',
  'upload.cancel-this': '취소',
  'upload.comparing': '이미 받은 부분과 비교하는 중',
  'upload.elsewhere': '전송 위치가 다릅니다. 알려 드린 위치에서 이어서 보내 주십시오.',
  'upload.failed': '받지 못함',
  'upload.go-on': '이어서 보내기',
  'upload.large-piece': '한 번에 보내는 양이 너무 많습니다. 더 작게 나누어 보내 주십시오.',
  'upload.not-appended':
    '이어 보낼 때에는 시작 위치, 마지막 부분인지 여부, 매체 유형 application/partial-upload를 밝혀야 합니다.',
  'upload.not-begun': '전송은 내용 없이 시작하며 파일 길이와 Upload-Complete: ?0을 밝혀야 합니다.',
  'upload.offline': '연결을 기다리는 중',
  'upload.pause': '일시 중지',
  'upload.paused': '일시 중지됨',
  'upload.put-away': '파일을 치웠습니다.',
  'upload.put-away-do': '{name} 치우기',
  'upload.sending': '보내는 중',
  'upload.state.complete': '모두 도착하여 확인하고 있습니다. 이 페이지를 떠나셔도 됩니다.',
  'upload.state.open':
    '일부가 도착해 있습니다. 일주일 안에 위에서 같은 파일을 고르면 이어서 보냅니다.',
  'upload.state.taken': '받았음',
  'upload.title': '전송 중인 큰 파일',
  'refusal.model-large':
    '모형은 {most}까지 올릴 수 있습니다. 관람객마다 전체를 불러오기 때문입니다.',
}
