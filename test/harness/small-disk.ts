import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

/** A file system that is really full when it is full. */
export interface SmallDisk {
  folder: string
  /** Makes room, as somebody does who was told. */
  growTo(size: string): void
}

/** Runs a test with a file system of its own of a size (`512k`), where one can be mounted here. */
export async function onSmallDisk(
  context: TestContext,
  size: string,
  run: (disk: SmallDisk) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-small-'))
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0
  if (!mount(`size=${size}`)) {
    context.skip('a small file system cannot be mounted here')
    return
  }
  try {
    await run({ folder, growTo: (larger) => void mount(`remount,size=${larger}`) })
  } finally {
    spawnSync('umount', [folder])
  }
}
