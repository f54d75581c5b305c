/** One campaign: what it sets out to do, what was done where, what is left, what comes next. */
import { directivePaths, namingWords, taskNamed } from "../../../directives/index.ts"
import { formatDate, formatInstant } from "../../../kernel/format.ts"
import { type Failed, type Options, StepForm } from "../../../kernel/forms/index.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import type { Here } from "../../../kernel/outlines/map.ts"
import {
  type Answers,
  Banner,
  Card,
  type Definition,
  DefinitionList,
  Layout,
  Split,
  Stack,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { materialWords } from "../../materials/words.ts"
import { paths } from "../../paths.ts"
import { words } from "../../words.ts"
import type { CampaignReading } from "../actions/reading.ts"
import { type CampaignFormName, campaignForms } from "../forms.ts"
import { campaignWords } from "../words.ts"
import { Coverage, WhatIsLeft } from "./coverage.tsx"
import { Parts, Results, Sessions } from "./doings.tsx"
import { StateTag } from "./list.tsx"

export type CampaignView = {
  frame: Frame
  reading: CampaignReading
  here: Here
  may: readonly CampaignFormName[]
  failed: Failed<CampaignFormName> | null
  refused: string | null
  isDone: boolean
  options: Options
  start: Partial<Record<CampaignFormName, Answers>>
  mayWriteMaterial: boolean
}

export function campaignPage(view: CampaignView) {
  const { frame, reading, here } = view
  const { lang } = frame
  const { campaign } = reading
  const t = campaignWords[lang]
  return (
    <Layout
      {...frame}
      url={paths.campaign(campaign.id)}
      title={campaign.title}
      current={paths.awareness}
      crumbs={[
        { href: paths.awareness, label: words[lang].nav },
        { href: paths.campaigns, label: t.list },
        { label: campaign.title },
      ]}
      lead={
        <>
          <StateTag state={campaign.state} lang={lang} />{" "}
          {t.days(formatDate(campaign.beginsOn, lang), formatDate(campaign.endsOn, lang))}
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Split wide>
        <Stack>
          <About reading={reading} lang={lang} />
          {campaign.state !== "draft" && <Coverage reading={reading} here={here} lang={lang} />}
          {campaign.state !== "draft" && reading.isOurs && <WhatIsLeft reading={reading} lang={lang} />}
          <Materials reading={reading} lang={lang} may={view.mayWriteMaterial} />
          <Sessions reading={reading} lang={lang} />
          {campaign.state !== "draft" && <Results reading={reading} lang={lang} />}
          {reading.isOurs && <Parts reading={reading} lang={lang} />}
        </Stack>
        <Next view={view} />
      </Split>
    </Layout>
  )
}

function About({ reading, lang }: { reading: CampaignReading; lang: Lang }) {
  const t = campaignWords[lang]
  const { campaign: one, mine, serving, tasked } = reading
  const names = new Map(reading.places.map(({ code, name }) => [code, name]))
  const where = one.areas.length === 0 ? t.whole : one.areas.map((code) => names.get(code) ?? code).join(", ")
  const facts: (Definition | null)[] = [
    { term: t.runBy, value: one.bodyName },
    { term: t.ledBy, value: one.ledName },
    { term: t.aim, value: one.aim },
    { term: t.audience, value: one.audiences.map((who) => t.audiences[who]).join(", ") },
    { term: t.where, value: where },
    { term: t.by, value: one.channels.map((channel) => t.channels[channel]).join(", ") },
    one.startedOn === null ? null : { term: t.started, value: formatDate(one.startedOn, lang) },
    one.endedOn === null ? null : { term: t.ended, value: formatDate(one.endedOn, lang) },
    one.outcome === null ? null : { term: t.outcome, value: one.outcome },
    one.publicSummary === null ? null : { term: t.publicWords, value: one.publicSummary },
  ]
  return (
    <Card title={t.about}>
      <DefinitionList items={facts.filter((fact) => fact !== null)} />
      {mine !== null && (
        <>
          <h3>{t.myPart}</h3>
          <DefinitionList
            items={[
              { term: t.asks, value: mine.ask },
              { term: t.dueBy, value: formatDate(mine.dueOn, lang) },
              {
                term: t.answer,
                value: [
                  t.partStates[mine.state],
                  mine.answeredName,
                  mine.answeredAt === null ? null : formatInstant(mine.answeredAt, lang),
                ]
                  .filter((part) => part !== null)
                  .join(", "),
              },
            ]}
          />
        </>
      )}
      {serving.now !== null && (
        <p>
          {namingWords.serves[lang]}{" "}
          <a href={directivePaths.assignment(serving.now.id)}>{taskNamed(serving.now)}</a>
        </p>
      )}
      {tasked.length > 0 && (
        <details>
          <summary>{t.tasked}</summary>
          <ul>
            {tasked.map((row) => (
              <li>
                <a href={directivePaths.assignment(row.id)}>{row.bodyName}</a>
                {row.dueOn !== null && `, ${formatDate(row.dueOn, lang)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function Materials({ reading, lang, may }: { reading: CampaignReading; lang: Lang; may: boolean }) {
  const { campaign, materials, isOurs } = reading
  const t = materialWords[lang].desk
  const mayWrite = may && isOurs && campaign.state !== "ended"
  if (materials.length === 0 && !mayWrite) return null
  return (
    <Card title={t.list}>
      {materials.length === 0 && <p>{t.none}</p>}
      <ul>
        {materials.map(({ code, title }) => (
          <li>
            <a href={paths.material(code)}>{title}</a>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p>
          <a href={`${paths.newMaterial}?chien-dich=${campaign.id}`}>{t.make}</a>
        </p>
      )}
    </Card>
  )
}

function Next({ view }: { view: CampaignView }) {
  const { frame, reading, may } = view
  const t = campaignWords[frame.lang]
  return (
    <Card title={t.next} id="viec">
      {may.length === 0 && <p>{t.nothing}</p>}
      {may.map((name, at) => (
        <StepForm
          name={name}
          form={campaignForms[name]}
          action={paths.campaignForm(reading.campaign.id, campaignForms[name].slug)}
          failed={view.failed}
          isOpen={at === 0 && name !== "edit"}
          start={view.start[name] ?? {}}
          options={view.options}
        />
      ))}
    </Card>
  )
}
