export default {
  'person.mail-returned': 'อีเมลที่ส่งถึง {address} ถูกตีกลับ',
  'person.mail-returned-on': 'ครั้งล่าสุดเมื่อ {on} โปรดสอบถามที่อยู่อื่น',
  'person.mails': 'อีเมล',
  'person.mails-show': 'อีเมลที่จัดเก็บไว้ที่นี่',
  'invitation.letter': 'อีเมลเชิญ',
  'invitation.letter-returned': 'ตีกลับ',
}
