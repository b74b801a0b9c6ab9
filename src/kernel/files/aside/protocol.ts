import type { Refusal } from '#kernel/database'

/** What the near side asks of a thread. A started stream gives its first item without being asked again. */
export type Asked =
  | { kind: 'start'; module: string; task: string; input: unknown }
  | { kind: 'next' }
  | { kind: 'stop' }

/** What a thread tells: a piece of a stream, the end of a task with or without a last value, or why it ended. */
export type Told =
  | { kind: 'item'; value: unknown }
  | { kind: 'end'; value?: unknown }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'failed'; message: string; stack: string }
