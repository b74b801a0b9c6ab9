import { draftAsSvg } from '../weaving/draft-drawing.ts'
import { type Draft, point, straight, twillTieUp } from '../weaving/draft.ts'
import { fretDamask } from '../weaving/patterns.ts'
import { drawingAsPng } from '../weaving/raster.ts'

/** Where a library that does not exist would publish a notebook; nothing is ever asked of it. */
const house = 'https://library-of-drafts.example/iiif'

/** Where its manifest would be. */
export const notebookAddress = `${house}/notebook/manifest.json`

const herringbone: Draft = {
  threading: [...point(4), ...point(4), ...point(4).toReversed()],
  tieUp: twillTieUp(4, [2, 2]),
  treadling: straight(4),
}

/** The leaves of the notebook: their names, their shapes in points, and how they are drawn. */
const leaves = [
  {
    name: 'leaf-1',
    label: {
      en: ['Leaf 1: herringbone'],
      'zh-Hans': ['第一叶：人字纹'],
      fr: ['Feuillet 1 : chevrons'],
    },
    shape: { ends: 36, picks: 24 },
    draft: herringbone,
  },
  {
    name: 'leaf-2',
    label: { en: ['Leaf 2: key fret'], 'zh-Hans': ['第二叶：回纹'], fr: ['Feuillet 2 : grecque'] },
    shape: { ends: 48, picks: 32 },
    draft: fretDamask,
  },
] as const

/** A leaf as its house would send it, with the address under which its manifest names it. */
export async function notebookLeaves() {
  return Promise.all(
    leaves.map(async ({ name, label, shape, draft }) => ({
      address: `${house}/${name}/full/max/0/default.png`,
      label,
      name: `${name}.png`,
      bytes: await drawingAsPng(draftAsSvg(draft, shape)),
    })),
  )
}

/** What the library would publish: written for the demonstration, in the form of IIIF Presentation 3.0. */
export function notebookManifest(
  shown: readonly { address: string; label: object; width: number; height: number }[],
): Uint8Array {
  const manifest = {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: notebookAddress,
    type: 'Manifest',
    label: {
      en: ['Notebook of drafts'],
      'zh-Hans': ['织谱'],
      fr: ['Cahier de mises en carte'],
    },
    summary: {
      en: [
        '<p>Two leaves of a weaver’s notebook: the <b>herringbone</b> on four shafts, and a <b>key fret</b> in damask.</p>',
      ],
      'zh-Hans': ['<p>织者笔记两叶：四综<b>人字纹</b>与提花<b>回纹</b>。</p>'],
      fr: [
        '<p>Deux feuillets d’un cahier de tisserande : les <b>chevrons</b> à quatre lames et une <b>grecque</b> en damas.</p>',
      ],
    },
    metadata: [
      {
        label: { en: ['Technique'], 'zh-Hans': ['技法'], fr: ['Technique'] },
        value: {
          en: ['Ink on squared paper'],
          'zh-Hans': ['方格纸，墨'],
          fr: ['Encre sur papier quadrillé'],
        },
      },
    ],
    requiredStatement: {
      label: { en: ['Attribution'], 'zh-Hans': ['署名'], fr: ['Attribution'] },
      value: {
        en: ['Library of Drafts, a house invented for this demonstration'],
        'zh-Hans': ['织谱图书馆（为演示而虚构）'],
        fr: ['Bibliothèque des mises en carte, maison inventée pour cette démonstration'],
      },
    },
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    items: shown.map(({ address, label, width, height }, place) => {
      const canvas = `${house}/notebook/canvas/${place + 1}`
      return {
        id: canvas,
        type: 'Canvas',
        label,
        width,
        height,
        items: [
          {
            id: `${canvas}/page`,
            type: 'AnnotationPage',
            items: [
              {
                id: `${canvas}/picture`,
                type: 'Annotation',
                motivation: 'painting',
                body: { id: address, type: 'Image', format: 'image/png', width, height },
                target: canvas,
              },
            ],
          },
        ],
      }
    }),
  }
  return new TextEncoder().encode(JSON.stringify(manifest, null, 1))
}
