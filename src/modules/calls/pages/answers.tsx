import { type Scene } from '#kernel/http'
import { type Content, DescriptionList, Section, Local } from '#ui'
import { m } from '../messages/index.ts'
import { type Answers, type CallDefinition, stepsOf } from '../rules/questions.ts'
import { type AnswerFile, answerText } from './application-words.tsx'
import { stepName } from './call.tsx'

/** What an applicant answered, step by step, with what else belongs beneath. */
export function AnswerSections({
  scene,
  definition,
  answers,
  files,
  children,
}: {
  scene: Scene
  definition: CallDefinition
  answers: Answers
  files: ReadonlyMap<string, AnswerFile>
  children?: Content
}) {
  return (
    <Section title={scene.t(m('answers.title'))} id="answers">
      {stepsOf(definition).map(({ title, questions }, place) => (
        <Section
          key={place}
          level={3}
          title={stepName(scene, title, place)}
          id={`answers-${place + 1}`}
        >
          <DescriptionList
            items={questions.map((question) => ({
              term: <Local language={scene.language} text={question.label} />,
              value: answerText(scene, definition, question, answers, files),
            }))}
          />
        </Section>
      ))}
      {children}
    </Section>
  )
}
