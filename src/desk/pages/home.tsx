import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import {
  address,
  ButtonGroup,
  ButtonLink,
  Card,
  Cloth,
  type ClothThread,
  type Crossing,
  Grid,
  Heading,
  OrganisationChip,
  PublicShell,
  Section,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'

interface HomeProps {
  frame: Frame
  t: Translate
  cloth: { threads: ClothThread[]; crossings: Crossing[] }
  members: readonly { id: string; name: string; nameLanguage: Language; href: string | null }[]
  programmes: readonly { id: string; name: string; summary: string; href: string | null }[]
}

/** The alliance's front door: what it is, the cloth of its programmes, its members, the way in. */
export function HomePage(props: HomeProps) {
  const { frame, t, cloth } = props
  const woven = cloth.crossings.length > 0
  return (
    <PublicShell frame={frame} title={t(m('site.name'))} description={t(m('home.lead'))}>
      <Words {...props} />
      {woven && (
        <Section title={t(m('home.cloth.title'))} id="cloth" lead={t(m('home.cloth'))}>
          <Cloth
            language={frame.language}
            label={t(m('home.cloth'))}
            threads={cloth.threads}
            crossings={cloth.crossings}
          />
        </Section>
      )}
      {props.programmes.length > 0 && <Programmes {...props} />}
      {props.members.length > 0 && <Members {...props} />}
      <Section title={t(m('home.why.title'))} id="why">
        <Grid>
          {(['credit', 'reason', 'languages'] as const).map((key) => (
            <Card key={key} band={`why-${key}`} title={t(m(`home.why.${key}.title`))}>
              <p>{t(m(`home.why.${key}`))}</p>
            </Card>
          ))}
        </Grid>
      </Section>
    </PublicShell>
  )
}

function Words({ frame, t }: HomeProps) {
  return (
    <Stack gap="wide">
      <Heading level={1} lead={t(m('home.lead'))}>
        {t(m('home.title'))}
      </Heading>
      <ButtonGroup>
        <ButtonLink href={address(frame.language, '/sign-in')} icon="arrow">
          {t(m(frame.demonstration ? 'home.try' : 'frame.sign-in'))}
        </ButtonLink>
      </ButtonGroup>
    </Stack>
  )
}

function Programmes({ t, programmes }: HomeProps) {
  return (
    <Section title={t(m('home.programmes.title'))} id="programmes">
      <Grid size="large">
        {programmes.map((programme) => (
          <Card
            key={programme.id}
            band={programme.id}
            title={programme.name}
            {...(programme.href ? { href: programme.href } : {})}
          >
            <p>{programme.summary}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  )
}

function Members({ frame, t, members }: HomeProps) {
  return (
    <Section title={t(m('home.members.title'))} id="members" lead={t(m('home.members.lead'))}>
      <Grid>
        {members.map((member) => (
          <OrganisationChip
            key={member.id}
            id={member.id}
            name={member.name}
            {...(member.nameLanguage === frame.language
              ? {}
              : { nameLanguage: member.nameLanguage })}
            {...(member.href ? { href: member.href } : {})}
          />
        ))}
      </Grid>
    </Section>
  )
}
