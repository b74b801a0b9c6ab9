/** Manifests of other houses. */
export default {
  'foreign.add': 'IIIF 清单的网址',
  'foreign.add-hint':
    '2.1 或 3.0 版，须为 https。该处今日的内容连同图像一并存于此处，网址失效亦不致遗失。',
  'foreign.contents': '{count, plural, other {共 # 个部分}}',
  'foreign.kept': '原清单',
  'foreign.provider': '提供者',
  'foreign.send': '收取清单',
  'foreign.taken': '收取于{on, date, long}，来自',
  'foreign.taken-now': '清单已存下，图像将在几分钟内到齐。',
  'refusal.manifest-known': '该清单已经存有，此后没有变化。',
  'refusal.manifest-status': '从该网址取不到内容：返回 {status}。',
  'refusal.no-address': '请填写清单的网址，须以 https 开头，最多 2,000 个字符。',
  'refusal.no-manifest': '该网址上不是 IIIF 清单或合集，而是：{found}。',
}
