export default {
  'letter.sign-ins-ended.subject': 'บัญชีของท่านที่ {siteName} ออกจากระบบในทุกอุปกรณ์แล้ว',
  'letter.sign-ins-ended.text':
    'หน่วยงานของท่านได้ยุติการเข้าสู่ระบบและโทเค็นการเข้าถึงทั้งหมดของบัญชีท่านที่ {siteName} เนื่องจากมีอุปกรณ์สูญหาย หรือมีผู้อื่นล่วงรู้โทเค็น',
  'letter.sign-ins-ended.next':
    'โปรดเข้าสู่ระบบใหม่ตามปกติ โปรแกรมของท่านต้องใช้โทเค็นการเข้าถึงใหม่ หากไม่ทราบสาเหตุ โปรดสอบถามผู้ประสานงานของท่าน',
  'letter.passkey-added.subject': 'มีการเพิ่มพาสคีย์ในบัญชีของท่านที่ {siteName}',
  'letter.passkey-added.text':
    'ผู้ที่มีพาสคีย์นี้เข้าสู่บัญชีของท่านที่ {siteName} ได้โดยไม่ต้องใช้รหัสผ่าน ท่านดูและลบพาสคีย์ได้ที่หัวข้อ “ความปลอดภัย” ในบัญชีของท่าน',
  'letter.passkey-removed.subject': 'มีการลบพาสคีย์ออกจากบัญชีของท่านที่ {siteName}',
  'letter.passkey-removed.text': 'พาสคีย์นี้ใช้เข้าสู่บัญชีของท่านที่ {siteName} ไม่ได้อีกต่อไป',
  'letter.identity-linked.subject': 'ท่านเข้าสู่ระบบ {siteName} ด้วย {provider} ได้แล้ว',
  'letter.identity-linked.text':
    'มีการเชื่อมโยงบัญชี {provider} กับบัญชีของท่านที่ {siteName} และใช้เข้าสู่ระบบได้นับจากนี้ ท่านดูและยกเลิกการเชื่อมโยงได้ที่หัวข้อ “ความปลอดภัย” ในบัญชีของท่าน',
  'letter.identity-unlinked.subject': 'ใช้ {provider} เข้าสู่ระบบ {siteName} ไม่ได้อีกต่อไป',
  'letter.identity-unlinked.text': 'มีการยกเลิกการเชื่อมโยงบัญชี {provider} กับบัญชีของท่านที่ {siteName}',
  'letter.access-token-made.subject': 'มีการสร้างโทเค็นการเข้าถึงสำหรับบัญชีของท่านที่ {siteName}',
  'letter.access-token-made.text':
    'โปรแกรมที่ถือโทเค็นนี้ดำเนินการที่ {siteName} ในนามของท่านได้ภายในขอบเขตที่ท่านเลือกไว้ ท่านดูและยกเลิกโทเค็นได้ที่หัวข้อ “โทเค็นการเข้าถึง” ในบัญชีของท่าน',
  'access-token.unknown': 'ไม่มีโทเค็นนี้ หรือโทเค็นสิ้นสุดไปแล้ว',
  'access-token.faulty': 'ยังไม่ได้สร้างโทเค็น',
  'access-token.needs-name': 'ระบุว่าโทเค็นนี้ใช้ทำอะไร',
  'access-token.name-taken': 'ท่านมีโทเค็นที่ใช้ชื่อนี้อยู่แล้ว โปรดตั้งชื่ออื่น',
  'access-token.too-many': 'ท่านมีโทเค็นที่ใช้ได้อยู่ {most} รายการ โปรดยกเลิกรายการที่ไม่ใช้แล้ว',
  'entry.access-token-made': 'สร้างโทเค็นการเข้าถึง',
  'entry.access-tokens-ended': 'ยกเลิกโทเค็นการเข้าถึง',
}
