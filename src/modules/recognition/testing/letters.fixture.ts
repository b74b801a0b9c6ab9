import type { WorkContext } from '#kernel/database'
import { actorOfLink, readActLink } from '#kernel/identity'
import { outbox, type OutboxMail } from '#kernel/mail'
import { now, people, type World } from './world.fixture.ts'

/** The letters that went out, the earliest first. */
export async function letters(world: World): Promise<OutboxMail[]> {
  return (await outbox(await reading(world))).toReversed()
}

/** The actor of a letter's link, and how the link stands. */
export async function linkOf(world: World, letter: OutboxMail | undefined) {
  const acts = (letter?.content?.blocks ?? []).flatMap((block) =>
    block.kind === 'acts' ? block.acts : [],
  )
  const token = acts[0]?.href.split('/').at(-1) ?? ''
  const link = (await readActLink(await reading(world), token))!
  const actor: WorkContext['actor'] = actorOfLink(link)
  return { actor, state: link.end === null ? link.state : `${link.state} ${link.end}` }
}

/** Gives somebody a verified address. */
export async function giveAddress(world: World, personId: string, address: string): Promise<void> {
  await world.rows(
    `insert into person_emails (id, person_id, address, is_primary, verified_at, added_at)
     values (gen_random_uuid(), $1, $2, true, $3, $3)`,
    [personId, address, now],
  )
}

/** Reads as the evaluator of the home institution. */
export async function reading(world: World, by: string = people.evaluatorAu, at = now) {
  return world.runner.reading(await world.context(by, at))
}
