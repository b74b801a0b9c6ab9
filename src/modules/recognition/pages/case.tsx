import { dateInZone, displayName, formatDate, localised } from '#kernel/values'
import { Button, Comparison, ErrorSummary, Form, Notice, Page, Stack } from '#ui'
import { issuerFit } from '../issuer.ts'
import { m } from '../messages/index.ts'
import { CaseAppeals } from './case-appeals.tsx'
import { CaseIndex } from './case-index.tsx'
import { CaseLinks } from './case-links.tsx'
import { CaseRules } from './case-rules.tsx'
import { listTrail } from './case-trail.ts'
import { Decision, Postings, Story, Withdrawal } from './case-parts.tsx'
import type { CasePageProps } from './case-props.ts'
import { groupRow, lineNotes, totalsOf } from './case-rows.tsx'
import { groupsOf } from './case-sets.tsx'
import { CaseStrip } from './case-strip.tsx'
import { Conversation } from './conversation.tsx'
import { AskedOfYou, EvidenceSection } from './evidence-section.tsx'
import { HolderNotice } from './holder-notice.tsx'
import { IssuerNotice } from './issuer-notice.tsx'
import { CaseAuthenticity, CaseSignature } from './case-signature.tsx'
import { NextCase } from './next-case.tsx'
import { TypedNotice } from './typed-notice.tsx'
import { UndoNotice } from './undo-notice.tsx'

/** A case: the strip, the two columns with their reasons, the decision, the story. */
export function CasePage(props: CasePageProps) {
  const { call, found } = props
  const { language } = call
  const student = displayName(found.student, language)
  return (
    <Page
      frame={call.frame}
      title={`${found.number} ${student}`}
      wide
      trail={props.isOwn || props.may.list ? listTrail(call, props.isOwn) : []}
      alert={
        props.refusal && (
          <ErrorSummary
            language={language}
            message={props.refusal.message}
            fields={props.refusal.fields}
          />
        )
      }
    >
      <Stack gap="wide">
        <CaseStrip {...props} />
        {found.state === 'decided' && (
          <UndoNotice call={call} found={found} mayRetract={props.may.retract} />
        )}
        <NextCase call={call} next={props.next} />
        <CaseAppeals {...props} />
        <AskedOfYou call={call} requests={props.around.evidence} reader={props.reader} />
        <Provenance {...props} />
        <CaseRules {...props} />
        <CaseIndex {...props} />
        <Comparison
          keyboard={props.may.evaluate}
          language={language}
          fromLabel={localised(found.host_names, language).text}
          toLabel={localised(found.home_names, language).text}
          rows={groupsOf(props.lines).map((group) => ({
            ...groupRow(group, props),
            ...notesOf({ ...props, lines: group.lines }),
          }))}
          totals={totalsOf(props)}
        />
        <CaseAuthenticity {...props} />
        <CaseLinks {...props} />
        <EvidenceSection
          call={call}
          found={found}
          requests={props.around.evidence.filter(
            (each) => !props.isOwn || each.asked_person_id === props.reader,
          )}
          mayAsk={props.may.ask}
        />
        {props.may.decide && <Decision {...props} />}
        <Postings {...props} />
        <CaseTalk {...props} />
        <Story {...props} />
        {props.may.withdraw && props.around.reopenings.length === 0 && <Withdrawal {...props} />}
      </Stack>
    </Page>
  )
}

function notesOf(props: CasePageProps) {
  const notes = lineNotes(props)
  return notes ? { notes } : {}
}

function CaseTalk({ call, found, lines, around, typed, reader, may, refusal }: CasePageProps) {
  if (may.talk === null) return null
  return (
    <Conversation
      call={call}
      found={found}
      lines={lines}
      comments={around.comments}
      reader={reader}
      as={may.talk}
      colleagues={around.colleagues
        .filter(({ id }) => id !== reader)
        .map(({ id, name }) => ({ value: id, label: displayName(name, call.language) }))}
      values={Object.fromEntries(
        Object.entries(typed).map(([name, value]) => [name, [value].flat()[0] ?? '']),
      )}
      mentioned={[typed['mention'] ?? []].flat()}
      errors={refusal?.fields ?? {}}
    />
  )
}

/** What an evaluator must know of where the transcript came from; the student knows it. */
function Provenance(props: CasePageProps) {
  const { call, found, differences, isOwn, may, signature } = props
  const { t } = call
  const namesOther = !isOwn && issuerFit(found.issuer, found.host) === 'other'
  const byStudent = found.state === 'open' && found.brought_in_by === found.person_id && !isOwn
  const isTyped = found.format === 'hand' && may.seeCheck && !isOwn
  if (differences.length === 0 && !byStudent && !namesOther && !signature && !isTyped) return null
  return (
    <Stack gap="tight">
      <CaseHolder {...props} />
      {namesOther && <IssuerNotice call={call} found={found} mayConfirm={may.evaluate} />}
      {signature && <CaseSignature call={call} found={found} signature={signature} may={may} />}
      {isTyped && <TypedNotice {...props} />}
      {byStudent && (
        <Notice tone="attention" title={t(m('page.case.by-student'))}>
          {t(m('page.case.by-student-hint'))}
        </Notice>
      )}
    </Stack>
  )
}

/** That the document names somebody else, and who has said that it is the same person. */
function CaseHolder({ call, found, differences, isOwn, may }: CasePageProps) {
  const { t, language, href } = call
  const at = found.holder_confirmed_at
  const by = found.holder_confirmer ? displayName(found.holder_confirmer, language) : '–'
  const day = at ? formatDate(dateInZone(at, found.home_time_zone), language, 'medium') : ''
  const student = displayName(found.student, language)
  return (
    <HolderNotice
      call={call}
      holder={found.holder}
      student={{ name: student, born: found.student_born }}
      differences={differences}
      {...(at ? { confirmed: t(m('holder.confirmed', { by, day })) } : {})}
      action={
        !at &&
        !isOwn &&
        may.evaluate && (
          <Form
            action={href(`/recognition/cases/${found.id}/holder`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button look="secondary">{t(m('holder.same', { student }))}</Button>
          </Form>
        )
      }
    />
  )
}
