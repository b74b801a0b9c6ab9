export default {
  'guardian.act': '읽고 답변하기',
  'guardian.title': '{student} 님의 개인정보를 {recipient}에 제공하는 데 동의하십니까?',
  'guardian.lead':
    '{student} 님은 혼자 동의할 수 있는 나이가 되지 않았으며 아래에 동의하였습니다. 법정대리인의 동의가 있어야 효력이 생깁니다.',
  'guardian.which': '{student} 님이 동의한 항목',
  'guardian.agree': '법정대리인으로서 동의합니다',
  'guardian.refuse': '동의하지 않습니다',
  'guardian.not-you':
    '이 사람의 부모나 법정대리인이 아니면 아무것도 하지 말고 화면을 닫아 주십시오.',
  'guardian.born': '생년월일',
  'guardian.born-hint':
    '등록된 생년월일이 없습니다. 만 {below}세 미만이면 법정대리인의 동의도 필요하므로 법에 따라 확인합니다. 이 답변과 함께만 보관됩니다.',
  'guardian.is-minor': '만 {below}세 미만이므로 법정대리인의 동의도 필요합니다',
  'guardian.if-minor': '만 {below}세 미만인 경우: 법정대리인',
  'guardian.hint':
    '이 질문에만 쓰이는 링크가 이메일로 전달됩니다. 법정대리인이 동의하기 전에는 아무것도 제공되지 않습니다.',
  'guardian.name': '법정대리인 성명',
  'guardian.address': '법정대리인 이메일',
  'guardian.language': '법정대리인의 언어',
  'guardian.sent':
    '저장하였습니다. 법정대리인에게 이메일을 보냈으며, 동의하기 전에는 아무것도 제공되지 않습니다.',
  'guardian.agreed': '감사합니다. 동의가 저장되었습니다.',
  'guardian.agreed-text':
    '이제 동의한 항목을 제공할 수 있습니다. 본인이 언제든지 철회할 수 있습니다.',
  'guardian.refused': '답변이 저장되었습니다.',
  'guardian.refused-text': '해당 정보는 제공되지 않습니다.',
  'guardian.over': '답변할 것이 없습니다',
  'guardian.over-text':
    '철회되었거나 더는 요청되지 않거나 링크 기한이 지났습니다. 동의 없이는 제공되지 않습니다.',
  'guardian.mail.subject': '동의 요청: {recipient}에 개인정보 제공',
  'guardian.mail.greeting': '{name} 님께',
  'guardian.mail.why':
    '{student} 님이 귀하를 부모 또는 법정대리인으로 적었습니다. {exporter}에서 {student} 님의 개인정보를 {recipient}에 제공하려 하며, 혼자 동의할 수 있는 나이가 아니므로 귀하의 동의도 필요합니다.',
  'guardian.mail.how':
    '화면을 열어 누가 어떤 정보를 무슨 목적으로 받는지 읽고 답변해 주십시오. 계정은 필요하지 않습니다. 링크는 {until}까지 이 답변에만 쓸 수 있습니다.',
  'refusal.born-missing': '생년월일을 적어 주십시오.',
  'refusal.guardian-missing':
    '만 {below}세 미만은 법정대리인의 동의도 필요합니다. 법정대리인을 적어 주십시오.',
  'refusal.guardian-name': '법정대리인의 성명을 적어 주십시오.',
  'refusal.guardian-address': '이메일 주소를 완전하게 적어 주십시오.',
  'refusal.guardian-own': '본인의 주소입니다. 법정대리인의 주소를 적어 주십시오.',
  'refusal.guardian-gone': '더는 요청되지 않는 사항입니다. 변경된 내용은 없습니다.',
  'refusal.guardian-choose': '동의 여부를 선택해 주십시오.',
  'entry.consent-awaits-guardian': '법정대리인 동의 대기: {purpose}',
  'held.guardian': '부모 또는 법정대리인으로서 동의를 요청받은 건',
  'held.guardian-stays':
    '부모 또는 법정대리인이 동의하였거나 거부하였다는 사실은 해당 동의와 함께 남고, 성명과 주소, 발송한 편지는 삭제됩니다.',
  'notice.guardian-gone':
    '지정하신 부모 또는 법정대리인에게 더 이상 연락할 수 없습니다. 개인정보를 제공해도 되면 다시 답변하고 다른 분을 지정해 주십시오.',
}
