import { importsOf, lineAt } from '../source.ts'
import { isTest, type Offence, places, type Tree } from '../tree.ts'

const isRule = (file: string) => /^src\/.*\/rules\/.*\.ts$/.test(file) && !isTest(file)

const isModule = (file: string) => /^src\/(modules|desk|api)\/.*\.tsx?$/.test(file) && !isTest(file)

/** Modules whose rules are algorithms over measurements, not over credit, grades or money. */
const measured = /^src\/modules\/(matching|impact|exhibitions)\//

/** Reports rules that look at the clock, at chance, at the process, at a file or at the database. */
export function pureRules(tree: Tree): Offence[] {
  const offences: Offence[] = [
    ...places(
      tree,
      isRule,
      /\bDate\.now\s*\(|\bnew\s+Date\s*\(\s*\)|\bMath\.random\s*\(|\brandom(UUID|Bytes|Int)\s*\(|\bgetRandomValues\b|\bprocess\.|\bawait\b/g,
    ),
  ]
  for (const [file, text] of tree) {
    if (!isRule(file)) continue
    for (const { specifier, at, typeOnly } of importsOf(text)) {
      const allowed = /^#kernel\/(values|messages)$|^\.|^#modules\/|^zod$|^node:crypto$/.test(
        specifier,
      )
      // A refusal is a value, and the types that describe an entry or an actor are only words.
      if (allowed || typeOnly || specifier === '#kernel/database') continue
      offences.push({ file, line: lineAt(text, at), what: `imports ${specifier}` })
    }
  }
  return offences
}

/** Reports modules that ask the clock instead of the `now` of their work. */
export function oneClock(tree: Tree): Offence[] {
  return [
    ...places(tree, isModule, /\bDate\.now\s*\(|\bnew\s+Date\s*\(\s*\)/g),
    ...places(tree, isModule, /\bnow\(\)|\bcurrent_(timestamp|date)\b/gi, 'text'),
  ]
}

/** Reports floating point where money, academic credit or grades are calculated. */
export function exactNumbers(tree: Tree): Offence[] {
  const exact = (file: string) =>
    !isTest(file) &&
    !measured.test(file) &&
    (isRule(file) || /^src\/kernel\/values\/(money|credit|grade|fraction)[^/]*\.ts$/.test(file))
  // Number() of a date's digits or of a yes or no is fine; of a quantity that is counted exactly it is not.
  const toFloat =
    /(?<![\w.])Number\s*\([^()]*(?:credit|grade|amount|mark|point|score|minor|hours|numerator|denominator|fraction|ratio|value)\w*\b/gi
  return [
    ...places(
      tree,
      exact,
      /\bparseFloat\b|\.toFixed\s*\(|\.toPrecision\s*\(|\bMath\.(round|floor|ceil|trunc|pow)\b/g,
    ),
    ...places(tree, exact, /(?<![\w.$])\d+\.\d+(?![\w.])/g),
    ...places(tree, exact, toFloat),
  ]
}

/** Reports exports of rules that do not say, in the field's terms, what the rule is. */
export function explainedRules(tree: Tree): Offence[] {
  const offences: Offence[] = []
  for (const [file, text] of tree) {
    if (!isRule(file)) continue
    const lines = text.split('\n')
    lines.forEach((line, index) => {
      if (!/^export\s+(async\s+)?(function|class)\b/.test(line)) return
      const name = /(?:function|class)\s+(\w+)/.exec(line)?.[1] ?? line
      // Further signatures of one function share the comment of the first.
      const earlier = lines
        .slice(0, index)
        .some((other) => other.startsWith(`export function ${name}(`))
      if (!earlier && !/\*\/\s*$|^\s*\/\//.test(lines[index - 1] ?? '')) {
        offences.push({ file, line: index + 1, what: `${name} has no sentence above it` })
      }
    })
  }
  return offences
}
