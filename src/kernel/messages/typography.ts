import { frenchFirst, type Language } from '#kernel/values'

/** Prepares a text before its figures and names are put in: French signs never stand at the start of a line. */
export function prepared(language: Language, text: string): string {
  if (language !== 'fr') return text
  // The colon of an ICU skeleton (`::percent`) is syntax and no sign.
  return text.replaceAll(/ (?=[;?!»]|:(?!:))/g, '\u00a0').replaceAll('« ', '«\u00a0')
}

/** Finishes a text after its figures and names were put in: Korean particles follow the sound, a French first is 1er. */
export function finished(language: Language, text: string): string {
  return language === 'ko' ? text.replaceAll(undecided, decided) : frenchFirst(text, language)
}

type Ending = 'vowel' | 'rieul' | 'consonant'

const particles: Record<string, [afterConsonant: string, afterVowel: string]> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '와(과)': ['과', '와'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라는': ['이라는', '라는'],
}
const undecided =
  /([\p{L}\p{N}%+])(["”’)\]」》]*)(은\(는\)|이\(가\)|을\(를\)|와\(과\)|과\(와\)|\(으\)로|\(이\)라는)/gu

// Where nobody can tell the sound from the writing, both forms stay, as a Korean form has them.
function decided(both: string, last: string, closing: string, particle: string): string {
  const ending = endingOf(last)
  const forms = particles[particle]
  if (ending === null || forms === undefined) return both
  const softened = ending === 'rieul' && particle === '(으)로'
  return `${last}${closing}${forms[ending === 'vowel' || softened ? 1 : 0]}`
}

function endingOf(character: string): Ending | null {
  const syllable = character.codePointAt(0)! - 0xac00
  if (syllable >= 0 && syllable < 11_172) {
    const final = syllable % 28
    if (final === 0) return 'vowel'
    return final === 8 ? 'rieul' : 'consonant'
  }
  if (/[2459%+aiouyAEIOUBCDGJKPQSTVWXYZHF]/.test(character)) return 'vowel'
  if (/[178lLR]/.test(character)) return 'rieul'
  return /[036mnMN]/.test(character) ? 'consonant' : null
}
