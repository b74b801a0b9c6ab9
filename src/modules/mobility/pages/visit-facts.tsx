import type { FormState } from '#kernel/http'
import { typedDate } from '#kernel/values'
import { Button, Field, FieldSet, Fold, Form } from '#ui'
import { m } from '../messages/index.ts'
import { mayAskPartner } from '../rules/visits.ts'
import { type VisitPageProps, visitsBase } from './visit-props.ts'
import type { PageCall } from './words.tsx'

interface Props {
  call: PageCall
  form: FormState
  /** What stands there before somebody types. */
  known?: Readonly<Record<string, string>>
}

function fieldOf({ call, form, known = {} }: Props) {
  return (name: string) => ({
    language: call.language,
    name,
    value: form.values[name] ?? known[name] ?? '',
    error: form.errors[name],
  })
}

/** What a visit is called; for a new one and for one that is changed alike. */
export function VisitTitle(props: Props) {
  return (
    <Field
      kind="text"
      {...fieldOf(props)('title')}
      label={props.call.t(m('visit.title'))}
      maxlength={200}
    />
  )
}

/** When a visit is and what it is for; for a new one and for one that is changed alike. */
export function VisitDays(props: Props) {
  const { t, language } = props.call
  const field = fieldOf(props)
  const day = (name: string) => {
    const shared = field(name)
    return { ...shared, value: typedDate(shared.value, language) }
  }
  return (
    <>
      <FieldSet legend={t(m('stay.dates'))} columns>
        <Field kind="date" {...day('startsOn')} label={t(m('column.startsOn'))} />
        <Field kind="date" {...day('endsOn')} label={t(m('column.endsOn'))} />
      </FieldSet>
      <Field
        kind="textarea"
        {...field('purpose')}
        label={t(m('visit.purpose'))}
        hint={t(m('visit.purpose-hint'))}
        rows={4}
        maxlength={2000}
        required={false}
      />
    </>
  )
}

/** The title, the days and the purpose are changed in place; who comes and what happens have lists of their own. */
export function Amend({ call, visit, form }: VisitPageProps) {
  const { t, href, frame } = call
  const known = {
    title: visit.title,
    startsOn: visit.starts_on,
    endsOn: visit.ends_on,
    purpose: visit.purpose,
  }
  const isOpen = form.values['startsOn'] !== undefined
  const isRefusedAsItIs = visit.state === 'refused' && !mayAskPartner(visit)
  return (
    <Fold summary={t(m('visit.amend'))} open={isOpen || isRefusedAsItIs}>
      <Form
        action={href(`${visitsBase}/${visit.id}/details`)}
        csrf={frame.csrf}
        hidden={{ basedOn: String(visit.edition) }}
      >
        <VisitTitle call={call} form={form} known={known} />
        <VisitDays call={call} form={form} known={known} />
        <Button look="secondary">{t(m('visit.keep'))}</Button>
      </Form>
    </Fold>
  )
}
