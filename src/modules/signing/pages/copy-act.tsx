import type { Frame } from '#kernel/http'
import { localised } from '#kernel/values'
import { ButtonGroup, ButtonLink, DescriptionList, Heading, SingleActShell, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { AskedStep } from '../queries/steps.ts'
import { Capacity, Hash, type PageCall, Title } from './words.tsx'

interface CopyProps {
  call: PageCall & { frame: Frame }
  step: AskedStep
  document: string
  evidence: string
}

/** What a guest has signed, to be kept: the document as it is, and the evidence with the chain inside. */
export function CopyByLinkPage({ call, step, document, evidence }: CopyProps) {
  const { t, language, frame } = call
  return (
    <SingleActShell frame={frame} title={localised(step.titles, language).text}>
      <Stack gap="wide">
        <Heading level={1} kicker={localised(step.keeper, language).text} lead={t(m('copy.lead'))}>
          <Title titles={step.titles} language={language} />
        </Heading>
        <ButtonGroup>
          <ButtonLink icon="download" href={document} download>
            {t(m('copy.document'))}
          </ButtonLink>
          <ButtonLink look="secondary" icon="download" href={evidence} download>
            {t(m('evidence.open'))}
          </ButtonLink>
        </ButtonGroup>
        <DescriptionList
          items={[
            { term: t(m('signers.as')), value: <Capacity t={t} language={language} step={step} /> },
            { term: t(m('what.hash')), value: <Hash sha256={step.document_sha256} /> },
          ]}
        />
        <p class="quiet">{t(m('claim'))}</p>
      </Stack>
    </SingleActShell>
  )
}
