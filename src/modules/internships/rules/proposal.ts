import { z } from 'zod'
import { cefrLevels, positionModes } from '../schema.ts'
import { day, workLanguages } from './position.ts'

const line = (most: number) => z.string().trim().min(1).max(most)

/** The form by which a student proposes an internship that they found. */
export const proposalForm = z.object({
  hostName: line(200),
  country: z.string(),
  city: line(120),
  timeZone: z.string(),
  tutorName: line(120),
  tutorEmail: z.email().max(200),
  signatoryName: line(120),
  signatoryEmail: z.email().max(200),
  title: line(200),
  tasks: line(4000),
  startsOn: day,
  endsOn: day,
  hoursPerWeek: z.coerce.number().int().min(1).max(60),
  mode: z.enum(positionModes),
  language: z.enum(workLanguages),
  languageLevel: z.enum(cefrLevels),
  field: z.string().regex(/^\d{4}$/),
  enrolledThere: z.enum(['yes', 'no']),
})
