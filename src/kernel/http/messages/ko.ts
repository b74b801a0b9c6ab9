import type en from './en.ts'

export default {
  'absent.title': '표시할 내용이 없습니다',
  'absent.text':
    '페이지가 없거나 열람 권한이 없습니다. 링크를 받으셨다면 보낸 분께 주소와 권한을 확인해 달라고 요청하십시오.',
  'signed-out.title': '계속하려면 로그인하십시오',
  'signed-out.text': '이 단계에서는 본인 확인이 필요합니다.',
  'signed-out.kept.title': '양식이 열려 있는 동안 로그아웃되었습니다',
  'signed-out.kept.text':
    '입력하신 내용은 이 페이지에 그대로 남아 있습니다. 다른 탭에서 로그인한 뒤 이 탭으로 돌아와 양식을 다시 보내십시오.',
  'stale-form.title': '양식이 너무 오래 열려 있었습니다',
  'stale-form.text':
    '본인이 이 사이트에서 보낸 양식인지 확인할 수 없습니다. 뒤로 가서 페이지를 새로 불러온 뒤 다시 보내십시오.',
  'stale-form.kept.title': '양식을 다시 보내십시오',
  'stale-form.kept.text':
    '양식이 오래 열려 있었거나 그동안 누군가 로그인했습니다. 입력하신 내용은 이 페이지에 그대로 남아 있으며, 확인하시면 전송됩니다.',
  'too-large.title': '용량이 너무 큽니다',
  'too-large.text': '한 번에 최대 {limit}까지 보낼 수 있습니다.',
  'too-large.kept.title': '파일이 너무 큽니다',
  'too-large.kept.text':
    '한 번에 최대 {limit}까지 보낼 수 있습니다. 입력하신 내용은 그대로 있습니다. 더 작은 파일을 골라 다시 보내십시오.',
  'no-room.title': '지금 전송되는 자료가 많습니다',
  'no-room.text':
    '현재 자료를 받을 여유가 없습니다. 저장된 내용은 없습니다. 잠시 기다린 뒤 뒤로 가서 다시 보내십시오.',
  'bad-token.title': '사용할 수 없는 토큰입니다',
  'bad-token.text':
    '알 수 없거나 종료되었거나 기한이 지난 토큰입니다. 계정의 ‘액세스 토큰’에서 새로 만들어 주십시오.',
  'reading-token.title': '읽기만 할 수 있는 토큰입니다',
  'reading-token.text':
    '아무것도 바뀌지 않았습니다. 계정의 ‘액세스 토큰’에서 읽고 쓸 수 있는 토큰을 만들어 주십시오.',
  'too-many.title': '요청이 너무 많습니다',
  'too-many.text': '{seconds}초 후에 다시 시도하십시오.',
  'bad-request.title': '요청을 읽을 수 없습니다',
  'bad-request.text': '보낸 내용이 양식이 아니거나 올바른 JSON이 아닙니다.',
  'bug.title': '시스템에 문제가 생겼습니다',
  'bug.text':
    '일부만 처리된 것은 없습니다. 다시 시도하십시오. 같은 일이 반복되면 사무국에 이 번호를 알려 주십시오: {request}',
  'store-away.title': '지금은 파일 저장소에 연결할 수 없습니다',
  'store-away.text':
    '페이지는 사용할 수 있지만 파일을 열거나 받을 수 없습니다. 중간까지만 처리된 것은 없습니다. 잠시 뒤 다시 시도하십시오.',
  'away.title': '지금은 데이터베이스에 연결할 수 없습니다',
  'away.text':
    '일부만 처리된 것은 없습니다. 보통 1분 안에 복구됩니다. 잠시 기다린 뒤 다시 시도하십시오.',
  'full.title': '시스템의 저장 공간이 가득 찼습니다',
  'full.text':
    '저장된 내용은 없으며 지금 다시 시도해도 소용이 없습니다. 사무국에 알려 주십시오. 입력한 내용은 나중에 이 화면에서 보낼 수 있습니다.',
  'refused.title': '문제가 있습니다',
  'field.required': '이 항목을 입력하십시오',
  'field.invalid': '입력한 내용을 읽을 수 없습니다. 지우고 다시 입력하십시오',
  'field.one': '값을 하나만 입력하십시오',
  'field.datetime': '2026-08-31 14:30 형식의 날짜와 시각을 입력하십시오',
  'field.form': '{example} 형식으로 입력하십시오',
  'field.too-long': '최대 {limit}자',
  'field.too-short': '최소 {limit}자',
  'field.too-big': '최대 {limit}',
  'field.too-small': '최소 {limit}',
  'field.choice': '제시된 값 중에서 선택하십시오',
  'field.email': 'name@example.org 형식의 이메일 주소를 입력하십시오',
  'field.url': 'https://example.org 형식의 웹 주소를 입력하십시오',
  'field.date': '2026-08-31 또는 31/8/2026 형식의 날짜를 입력하십시오',
  'field.number': '3 또는 1.5 같은 숫자를 입력하십시오',
  'field.unknown': '알 수 없는 항목입니다',
  'sent-already': '이 양식은 이미 제출되었고 한 번만 처리되었습니다. 아래는 현재 상태입니다.',
  'form.check':
    '아래 항목을 확인하십시오. 아직 저장되지 않았으며 입력한 내용은 그대로 남아 있습니다.',
} satisfies Record<keyof typeof en, string>
