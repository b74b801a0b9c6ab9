import type en from './en.ts'

export default {
  'page-of': 'Page {page} sur {pages}',
  'scan-empty':
    'Ajoutez au moins un fichier : une photo ou une numérisation du document papier, ou un PDF.',
  'scan-repeated': 'Le même fichier a été ajouté deux fois. Retirez l’un des deux.',
  'scan-coarse':
    'L’image {number} est trop petite pour être lue. Numérisez-la de nouveau à 150 points par pouce au moins, ou photographiez de plus près.',
  'scan-long':
    'La numérisation compte {pages} pages ; {most} au plus sont acceptées. N’envoyez que les pages utiles.',
} satisfies Record<keyof typeof en, string>
