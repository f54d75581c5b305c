/** True stories at an officer's desk: the list, a new one beside the facts it is told from, one with its two readers. */

import { casePaths } from "../../../cases/index.ts"
import { formatInstant, formatMoney } from "../../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../../kernel/forms/index.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Layout,
  type Option,
  Split,
  Stack,
  Tag,
  ToldStory,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { signalPaths } from "../../../signals/index.ts"
import { paths } from "../../paths.ts"
import { words } from "../../words.ts"
import type { Facts, StoryReading } from "../actions/stories.ts"
import { newStory, type StoryFormName, storyForms } from "../forms.ts"
import type { ListedStory, StoryState } from "../store/stories.ts"
import { storyWords } from "../words.ts"

const crumbs = (lang: Lang, last: string | null) => [
  { href: paths.awareness, label: words[lang].nav },
  ...(last === null
    ? [{ label: storyWords[lang].desk.list }]
    : [{ href: paths.storiesDesk, label: storyWords[lang].desk.list }, { label: last }]),
]

const tones = { waiting: "soon", released: "good", refused: "calm", recalled: "calm" } as const
const StateTag = ({ state, lang }: { state: StoryState; lang: Lang }) => (
  <Tag tone={tones[state]}>{storyWords[lang].desk.states[state]}</Tag>
)

type Names = ReadonlyMap<string, string>

export function storiesPage(view: {
  frame: Frame
  rows: readonly ListedStory[]
  names: Names
  mayMake: boolean
}) {
  const { frame, rows, names, mayMake } = view
  const { lang } = frame
  const t = storyWords[lang].desk
  const columns: Column<ListedStory>[] = [
    {
      key: "ten",
      label: t.title,
      heading: true,
      cell: (row) => (
        <a href={paths.storyDesk(row.id)} lang="vi">
          {row.title}
        </a>
      ),
    },
    { key: "kieu", label: t.trick, cell: (row) => names.get(row.trick) ?? row.trick },
    { key: "the", label: t.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
  ]
  return (
    <Layout {...frame} title={t.list} lead={t.lead} current={paths.awareness} crumbs={crumbs(lang, null)}>
      {mayMake && (
        <Actions>
          <Button href={paths.newStory}>{t.make}</Button>
        </Actions>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable caption={t.caption} columns={columns} rows={rows} />
      )}
    </Layout>
  )
}

export function newStoryPage(props: {
  frame: Frame
  facts: Facts | null
  tricks: readonly Option[]
  answers: Answers
  errors: Errors
}) {
  const { frame, facts, tricks, answers, errors } = props
  const { lang } = frame
  const t = storyWords[lang].desk
  return (
    <Layout {...frame} title={t.make} current={paths.awareness} crumbs={crumbs(lang, t.make)}>
      <Split wide>
        <Form action={paths.newStory} answers={answers} errors={errors}>
          <Questions asks={newStory.asks} options={{ trick: tricks }} />
          <Actions>
            <Button>{newStory.submit[lang]}</Button>
          </Actions>
        </Form>
        <Stack>
          <FactsCard facts={facts} lang={lang} />
          <Reads isUnsealed={facts?.isUnsealed ?? false} lang={lang} />
        </Stack>
      </Split>
    </Layout>
  )
}

function FactsCard({ facts, lang }: { facts: Facts | null; lang: Lang }) {
  const t = storyWords[lang].desk
  if (facts === null) return null
  return (
    <Card title={facts.tip === null ? t.source[facts.kind] : t.facts}>
      {facts.tip !== null && (
        <>
          <p class="said">{facts.tip.text}</p>
          {facts.tip.lossVnd !== null && <p>{t.loss(formatMoney(facts.tip.lossVnd, lang))}</p>}
          <p class="quiet">{t.factsNote}</p>
        </>
      )}
      <p>
        <a href={facts.kind === "signal" ? signalPaths.signal(facts.id) : casePaths.case(facts.id)}>
          {facts.number ?? t.source[facts.kind]}
        </a>
      </p>
    </Card>
  )
}

function Reads({ isUnsealed, lang }: { isUnsealed: boolean; lang: Lang }) {
  const t = storyWords[lang].desk
  return (
    <Card title={t.checked}>
      <ul>
        {[...(isUnsealed ? [] : [t.checks.seal]), t.checks.named, t.checks.places].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      {isUnsealed && <p>{t.unsealed}</p>}
      <p>
        <b>{t.toRead}</b>
      </p>
      <ul>
        {Object.values(t.reads).map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </Card>
  )
}

export type StoryView = {
  frame: Frame
  reading: StoryReading
  names: Names
  may: readonly StoryFormName[]
  failed: Failed<StoryFormName> | null
  refused: string | null
  isDone: boolean
}

export function storyDeskPage(view: StoryView) {
  const { frame, reading, may, names } = view
  const { lang } = frame
  const t = storyWords[lang].desk
  const { story, facts } = reading
  return (
    <Layout
      {...frame}
      url={paths.storyDesk(story.id)}
      title={story.title}
      lead={
        <>
          <StateTag state={story.state} lang={lang} /> {names.get(story.trick) ?? story.trick}
        </>
      }
      current={paths.awareness}
      crumbs={crumbs(lang, t.title)}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Split wide>
        <Stack>
          <Card title={t.seen}>
            <ToldStory story={story} words={storyWords[lang]} lang={lang} />
          </Card>
          <Card title={t.state}>
            <p>{t.written(story.writtenName, formatInstant(story.writtenAt, lang))}</p>
            {story.decidedAt !== null && (
              <p>{t.decided(story.decidedName ?? "", formatInstant(story.decidedAt, lang))}</p>
            )}
            {story.endedAt !== null && (
              <p>{t.ended(story.endedName ?? "", formatInstant(story.endedAt, lang))}</p>
            )}
            {story.note !== null && <p class="said">{story.note}</p>}
          </Card>
        </Stack>
        <Stack>
          <Card title={t.next} id="viec">
            {may.length === 0 && <p>{t.nothing}</p>}
            {may.map((name, at) => (
              <StepForm
                name={name}
                form={storyForms[name]}
                action={paths.storyForm(story.id, storyForms[name].slug)}
                failed={view.failed}
                isOpen={at === 0}
              />
            ))}
            {(story.state === "refused" || story.state === "recalled") && facts !== null && (
              <p>
                <a href={`${paths.newStory}?ban=${story.id}`}>{t.again}</a>
              </p>
            )}
          </Card>
          <FactsCard facts={facts} lang={lang} />
          <Reads isUnsealed={facts?.isUnsealed ?? true} lang={lang} />
        </Stack>
      </Split>
    </Layout>
  )
}
