import { Fraction } from '#kernel/values'
import { type Reason, reason } from './reasons.ts'
import { type CreditConversion, teachingKinds } from './types.ts'

/**
 * A conversion of credit step by step, out of its stored inputs, for a reader who repeats it by hand. Of
 * lines that count together each has its own step, then comes their sum.
 */
export function creditSteps(conversion: CreditConversion): Reason[] {
  const parts = partsOf(conversion.inputs)
  const steps = parts.flatMap((inputs) => stepsOf(conversion.method, inputs))
  const { unrounded, credit, rounding, alternatives } = conversion
  if (steps.length > 1) steps.push(step('sum', { result: six(unrounded) }))
  steps.push(
    rounding
      ? step('rounding', {
          step: rounding.step,
          mode: rounding.mode.replace('-', ''),
          result: credit,
        })
      : step('exact', { result: six(credit) }),
  )
  for (const other of alternatives) {
    steps.push(step('other', { method: other.method, credit: other.credit }))
  }
  return steps
}

type Inputs = Record<string, string>

/** The inputs of each line: those of a set are numbered, '1.hostCredit'. */
function partsOf(inputs: Inputs): Inputs[] {
  const numbered = new Map<string, Inputs>()
  for (const [name, value] of Object.entries(inputs)) {
    const found = /^(\d+)\.(.+)$/.exec(name)
    const [key, own] = found ? [found[1]!, found[2]!] : ['', name]
    numbered.set(key, { ...numbered.get(key), [own]: value })
  }
  return [...numbered.values()]
}

function stepsOf(method: CreditConversion['method'], inputs: Inputs): Reason[] {
  const figure = (name: string) => Fraction.parse(inputs[name] ?? '') ?? Fraction.zero
  const credit = figure('hostCredit')
  switch (method) {
    case 'ratio': {
      const factor = figure('homePerHost')
      return [step('ratio', { credit, factor: six(factor), result: six(credit.multiply(factor)) })]
    }
    case 'workload': {
      const [host, home] = [figure('hostHours'), figure('homeHours')]
      const result = six(credit.multiply(host).divide(home))
      return [step('workload', { credit, host, home, result })]
    }
    case 'year-share': {
      const [host, home] = [figure('hostYear'), figure('homeYear')]
      const result = six(credit.divide(host).multiply(home))
      return [step('year', { credit, host, home, result })]
    }
    case 'hours':
      return teachingKinds.flatMap((part) => {
        if (inputs[`${part}.hours`] === undefined) return []
        const [hours, perCredit] = [figure(`${part}.hours`), figure(`${part}.homeHoursPerCredit`)]
        const [hostMinutes, homeMinutes] = [figure('hostMinutes'), figure('homeMinutes')]
        const result = hours.multiply(hostMinutes).divide(homeMinutes).divide(perCredit)
        return [
          step('hours', {
            part: part.replace('-', '_'),
            hours,
            hostMinutes,
            homeMinutes,
            perCredit,
            credit: six(result),
          }),
        ]
      })
  }
}

type StepName = 'hours' | 'ratio' | 'workload' | 'year' | 'sum' | 'rounding' | 'exact' | 'other'

function step(name: StepName, args: Record<string, string | Fraction>): Reason {
  return reason('note', `reason.credit-step.${name}`, args)
}

function six(value: Fraction): string {
  return value.toDecimal(6)
}
