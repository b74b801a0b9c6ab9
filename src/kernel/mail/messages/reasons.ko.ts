export default {
  'reason.no-mailbox': '해당 메일함이 없습니다. 주소를 잘못 적었거나 그만둔 사람일 수 있습니다.',
  'reason.no-host': '이 주소의 메일 서버가 없습니다. @ 뒤를 잘못 적었을 수 있습니다.',
  'reason.closed': '메일함이 사용 중지되었습니다.',
  'reason.full': '메일함이 가득 찼습니다.',
  'reason.too-large': '메일이 커서 메일함이 받지 못했습니다.',
  'reason.blocked': '상대 메일 서버가 스팸으로 판단했거나 자체 규칙에 따라 거부했습니다.',
  'reason.no-answer': '이틀 동안 상대 메일 서버에 연결하지 못했습니다.',
  'reason.other': '상대 메일 서버가 메일을 받지 않았습니다.',
}
