export default {
  'person.mail-returned': '{address}(으)로 보낸 메일이 반송됩니다',
  'person.mail-returned-on': '마지막 반송: {on}. 다른 주소를 확인하십시오.',
  'person.mails': '메일',
  'person.mails-show': '여기에 정리된 메일',
  'invitation.letter': '초대 메일',
  'invitation.letter-returned': '반송됨',
}
