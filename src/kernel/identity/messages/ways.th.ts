export default {
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
}
