export default {
  'receive-mail.summary': '표준 입력에서 메일 한 통을 받습니다. 메일 서버의 파이프용입니다.',
  'receive-mail.option.to': '메일 서버가 배달하는 주소입니다.',
  'receive-mail.exit-codes':
    '메일 서버용 종료 코드: 0 접수, 65 메일이 아니거나 너무 큼, 67 해당 반송 주소 없음, 75 나중에 다시 시도.',
  'receive-mail.mail': '메일이 정리를 기다립니다.',
  'receive-mail.bounce': '우리가 보낸 메일이 반송되어 기록했습니다.',
  'receive-mail.report': '우리가 보낸 메일에 관한 보고가 아니거나 지연만 알리는 보고입니다.',
  'receive-mail.known': '이미 접수된 메일입니다.',
  'receive-mail.own': '우리가 보낸 메일이 되돌아왔습니다.',
  'failure.receive-mail': '메일을 접수하지 못했습니다. {detail}',
  'receive-mail.server-ended': '실행 중인 서버가 응답하기 전에 종료되었습니다.',
  'variable.WEFT_BOUNCE_ADDRESS':
    '"+"가 없는 메일 주소(예: bounces@example.org)를 지정하거나 비워 두십시오',
}
