// A loan word sounds alike in both languages: its consonants, sorted into the few classes that borrowing keeps apart, are
// its skeleton. "คอนกรีต", "콘크리트" and "concrete" all have k-n-k-r-t.

const thai: Readonly<Record<string, string>> = {
  ก: 'k',
  ข: 'k',
  ค: 'k',
  ฆ: 'k',
  ง: 'n',
  จ: 'j',
  ฉ: 'j',
  ช: 'j',
  ฌ: 'j',
  ซ: 's',
  ศ: 's',
  ษ: 's',
  ส: 's',
  ด: 't',
  ต: 't',
  ถ: 't',
  ท: 't',
  ธ: 't',
  ฎ: 't',
  ฏ: 't',
  ฐ: 't',
  ฑ: 't',
  น: 'n',
  ณ: 'n',
  ญ: 'y',
  บ: 'p',
  ป: 'p',
  พ: 'p',
  ผ: 'p',
  ภ: 'p',
  ฟ: 'f',
  ฝ: 'f',
  ม: 'm',
  ย: 'y',
  ร: 'r',
  ล: 'l',
  ฬ: 'l',
  ว: 'w',
  ห: 'h',
  ฮ: 'h',
}

const initials = [
  'k',
  'k',
  'n',
  't',
  't',
  'r',
  'm',
  'p',
  'p',
  's',
  's',
  '',
  'j',
  'j',
  'j',
  'k',
  't',
  'p',
  'h',
]
// The classes of the 27 consonants that may close a Korean syllable, and of none.
const finals = ['', ...'k k k n n n t l l l l l l l l m p p t t n t t k t p t'.split(' ')]

const latin: readonly (readonly [RegExp, string])[] = [
  [/tion|sion|cian/g, 'jn'],
  [/sch|sh|ch|g(?=[eiy])|j/g, 'j'],
  [/c(?=[eiy])|z|s/g, 's'],
  [/ng/g, 'n'],
  [/ph/g, 'f'],
  [/th|d|t/g, 't'],
  [/x/g, 'ks'],
  [/ck|qu|q|c|g|k/g, 'k'],
  [/b|p/g, 'p'],
  [/v|w/g, 'w'],
  [/[aeiou]/g, ''],
  [/h/g, ''],
]

/** The consonant skeleton of a word, or null where its script borrows by meaning and not by sound. */
export function skeletonOf(word: string): string | null {
  if (/^\p{Script=Thai}+$/u.test(word)) return thaiSkeleton(word)
  if (/^[가-힣]+$/.test(word)) return koreanSkeleton(word)
  if (/^[a-z]+$/.test(word)) return latinSkeleton(word)
  return null
}

function thaiSkeleton(word: string): string {
  // What a "karan" stands over is written and not spoken.
  const spoken = word.replace(/\p{Script=Thai}[ิุ]?์/gu, '')
  const classes = [...spoken].map((letter) => thai[letter] ?? '')
  return squeezed(classes.join('').replace(/h/g, ''))
}

function koreanSkeleton(word: string): string {
  let skeleton = ''
  for (const syllable of word) {
    const at = syllable.charCodeAt(0) - 0xac00
    skeleton += (initials[Math.floor(at / 588)] ?? '') + (finals[at % 28] ?? '')
  }
  return squeezed(skeleton.replace(/h/g, ''))
}

function latinSkeleton(word: string): string {
  let skeleton = word.replace(/e$/, '')
  for (const [pattern, by] of latin) skeleton = skeleton.replace(pattern, by)
  return squeezed(skeleton)
}

function squeezed(skeleton: string): string {
  // Borrowing loses the difference of r and l in Korean, of f and p, of w and p, of y and nothing.
  return skeleton
    .replace(/r/g, 'l')
    .replace(/[fw]/g, 'p')
    .replace(/y/g, '')
    .replace(/(.)\1+/g, '$1')
}
