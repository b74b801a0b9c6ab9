/** The zeros of the digits that people here type: ASCII needs no entry; full-width and Thai do. */
const otherZeros = ['０', '๐'].map((zero) => zero.codePointAt(0)!)

const fullWidthSigns: Record<string, string> = {
  '．': '.',
  '／': '/',
  '－': '-',
  '−': '-',
  '＋': '+',
  '，': ',',
}

/** Rewrites full-width and Thai digits, and the full-width signs around numbers, as ASCII. */
export function normaliseDigits(text: string): string {
  return text.replace(/[０-９๐-๙．／－−＋，]/g, (sign) => {
    const plain = fullWidthSigns[sign]
    if (plain !== undefined) return plain
    const code = sign.codePointAt(0)!
    const zero = otherZeros.find((each) => code >= each && code <= each + 9)!
    return String(code - zero)
  })
}
