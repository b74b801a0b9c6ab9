import type { FormState, Scene } from '#kernel/http'
import { Button, Field, Form, Heading, Notice, type Option, Page, Stack, FormAlert } from '#ui'
import { m } from '../messages/index.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import { ProfileFields } from './profile-form.tsx'
import { nameWords } from './scene.tsx'

interface ProfilePageProps {
  scene: Scene
  profile: ProfileRow | null
  isOwn: boolean
  /** Where somebody who offers themselves acts. */
  organisations: readonly Option[]
  action: string
  form: FormState
}

/** A mentor's profile: one's own, or one that an office keeps. */
export function ProfilePage(props: ProfilePageProps) {
  const { scene, profile, isOwn, form } = props
  const { t, language, frame, href } = scene
  const title = isOwn ? t(m('profile.own')) : nameWords(scene, profile!.name)
  return (
    <Page
      frame={frame}
      title={title}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        ...(isOwn ? [] : [{ href: href('/mentoring/mentors'), label: t(m('pool.title')) }]),
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m(isOwn ? 'profile.own-lead' : 'profile.lead'))}>
          {title}
        </Heading>
        <Form action={href(props.action)} csrf={frame.csrf}>
          {profile === null && (
            <Field
              language={language}
              kind="select"
              name="organisation"
              label={t(m('field.mentor-of'))}
              options={props.organisations}
              value={form.values['organisation'] ?? props.organisations[0]?.value}
              noEmpty={props.organisations.length === 1}
              error={form.errors['organisation']}
              required
            />
          )}
          <ProfileFields scene={scene} form={form} isOwn={isOwn} />
          {profile !== null && (
            <Field
              language={language}
              kind="checkbox"
              name="paused"
              label={t(m('field.paused'))}
              hint={t(m('field.paused-hint'))}
              value="yes"
              checked={form.values['paused'] === 'yes'}
              required={false}
            />
          )}
          <Notice tone="info" title={t(m('profile.seen'))}>
            {t(m('profile.seen-why'))}
          </Notice>
          <Button>{t(m(profile === null ? 'profile.offer' : 'profile.save'))}</Button>
        </Form>
      </Stack>
    </Page>
  )
}

/** An office offers somebody of its organisation as a mentor; whoever is not known yet is registered without an account. */
export function OfferMentorPage({
  scene,
  organisations,
  form,
}: Pick<ProfilePageProps, 'scene' | 'organisations' | 'form'>) {
  const { t, language, frame, href } = scene
  return (
    <Page
      frame={frame}
      title={t(m('offer.title'))}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        { href: href('/mentoring/mentors'), label: t(m('pool.title')) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('offer.lead'))}>
          {t(m('offer.title'))}
        </Heading>
        <Form action={href('/mentoring/mentors/new')} csrf={frame.csrf}>
          <Field
            language={language}
            kind="email"
            name="address"
            label={t(m('field.address'))}
            hint={t(m('field.address-hint'))}
            value={form.values['address'] ?? ''}
            error={form.errors['address']}
            required
          />
          <Field
            language={language}
            kind="text"
            name="name"
            label={t(m('field.name'))}
            hint={t(m('field.name-hint'))}
            value={form.values['name'] ?? ''}
            error={form.errors['name']}
            required={false}
          />
          <Field
            language={language}
            kind="select"
            name="organisation"
            label={t(m('field.mentor-of'))}
            options={organisations}
            value={form.values['organisation'] ?? organisations[0]?.value}
            noEmpty={organisations.length === 1}
            error={form.errors['organisation']}
            required
          />
          <ProfileFields scene={scene} form={form} isOwn={false} />
          <Button>{t(m('offer.do'))}</Button>
        </Form>
      </Stack>
    </Page>
  )
}
