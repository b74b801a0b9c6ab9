import { isTest, type Offence, places, type Tree } from '../tree.ts'

const isView = (file: string) => /^src\/.*\.tsx$/.test(file) && !isTest(file)
const isProduct = (file: string) => /^(src|islands)\/.*\.tsx?$/.test(file) && !isTest(file)

/** Reports asynchronous code in views: an async component renders as nothing, silently. */
export function asyncViews(tree: Tree): Offence[] {
  return [...places(tree, isView, /\basync\b|\bawait\b/g)]
}

/** Reports style attributes, which the content security policy refuses; mail has no such policy. */
export function styleAttributes(tree: Tree): Offence[] {
  const page = (file: string) => isView(file) && !file.includes('/mail/')
  return [...places(tree, page, /\sstyle=(?=[{"'])/g)]
}

/** Reports raw HTML outside the design system. */
export function rawHtml(tree: Tree): Offence[] {
  const outside = (file: string) => isProduct(file) && !file.startsWith('src/ui/')
  return [
    ...places(
      tree,
      outside,
      /\bdangerouslySetInnerHTML\b|\.(inner|outer)HTML\s*=(?!=)|\binsertAdjacentHTML\b/g,
    ),
  ]
}

/** Reports inline script: handlers as attributes, addresses that are programs, code from text. */
export function inlineScript(tree: Tree): Offence[] {
  return [
    ...places(tree, isView, /\son[a-z]+=(?=[{"'])/gi),
    ...places(tree, isView, /javascript:/gi, 'text'),
    ...places(tree, isProduct, /\beval\s*\(|\bnew\s+Function\s*\(/g),
  ]
}

/** Files that may speak to the network themselves, each with the reason. */
const ownClients: Readonly<Record<string, string>> = {
  'src/kernel/files/s3-store.ts':
    'the operator names the store, which may well be at an inner address',
}

/** Reports network clients outside kernel/outbound, which alone refuses inner addresses. */
export function networkClients(tree: Tree): Offence[] {
  const elsewhere = (file: string) =>
    /^src\/.*\.tsx?$/.test(file) &&
    !isTest(file) &&
    !file.startsWith('src/kernel/outbound/') &&
    !ownClients[file]
  const imports = /\bfrom\s+['"](undici|node:https|got|axios|node-fetch)['"]/g
  return [
    ...places(
      tree,
      elsewhere,
      /(?<![.\w#])fetch\s*\(|(?<!typeof )\bglobalThis\.fetch\b|\bnew\s+WebSocket\s*\(/g,
    ),
    ...places(tree, elsewhere, imports, 'text'),
  ]
}
