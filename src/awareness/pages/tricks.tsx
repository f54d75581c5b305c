/** `/thu-doan`: the tricks in plain words, a list and a page each. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Button, Cards, Door, Layout, ToldStory } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import type { PublicStory } from "../stories/store/stories.ts"
import { storyWords } from "../stories/words.ts"
import type { Trick } from "../tricks.ts"
import { publicWords } from "../words-public.ts"
import { trickWords } from "../words-tricks.ts"

export type TrickListView = {
  frame: Frame
  tricks: readonly Trick[]
  /** The name of the kind of tips to which the list is cut, as the catalogue of tips has it. */
  ofType: string | null
  source: string
}

export function trickListPage({ frame, tricks, ofType, source }: TrickListView) {
  const { lang } = frame
  const t = trickWords[lang].list
  const published = tricks.filter(({ form }) => form !== null)
  const more = tricks.filter(({ form }) => form === null)
  return (
    <Layout
      {...frame}
      audience="public"
      title={ofType === null ? t.title : t.ofType(ofType)}
      lead={t.lead}
      current={paths.learn}
      crumbs={[
        { href: paths.learn, label: publicWords[lang].nav },
        ...(ofType === null ? [] : [{ href: paths.tricks, label: t.title }]),
      ]}
    >
      {published.length > 0 && (
        <section class="stack">
          <h2>{t.published}</h2>
          <List tricks={published} frame={frame} />
        </section>
      )}
      {more.length > 0 && (
        <section class="stack">
          <h2>{t.more}</h2>
          <List tricks={more} frame={frame} />
        </section>
      )}
      {ofType === null ? (
        <p class="quiet">
          {t.source}: {source}.
        </p>
      ) : (
        <p>
          <a href={paths.tricks}>{t.all}</a>
        </p>
      )}
    </Layout>
  )
}

function List({ tricks, frame }: { tricks: readonly Trick[]; frame: Frame }) {
  return (
    <Cards>
      {tricks.map(({ slug, name, signs }) => (
        <Door href={paths.trick(slug)} title={name[frame.lang]}>
          {signs[0]?.[frame.lang]}
        </Door>
      ))}
    </Cards>
  )
}

export type TrickView = {
  frame: Frame
  trick: Trick
  /** The true story of this trick, as two officers released it. */
  story: PublicStory | null
  writtenOn: string
  /** The address that people send on, and who publishes. */
  url: string
  publisher: string
  elsewhere: { check: string; report: string }
}

export function trickPage(view: TrickView) {
  const { frame, trick, story, elsewhere } = view
  const { lang } = frame
  const t = trickWords[lang].one
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={trick.name[lang]}
      current={paths.learn}
      crumbs={[
        { href: paths.learn, label: publicWords[lang].nav },
        { href: paths.tricks, label: trickWords[lang].list.title },
      ]}
      sentOn={sentOnOf(view)}
    >
      <div class="measure stack">
        <section class="stack">
          <h2>{t.begins}</h2>
          <p>{trick.begins[lang]}</p>
        </section>
        <section class="stack">
          <h2>{t.example[trick.heard]}</h2>
          <p class="bubble">{trick.example[lang]}</p>
          <p class="quiet">{t.invented}</p>
        </section>
        {story !== null && (
          <section class="stack" id="chuyen-co-that">
            <h2>
              {storyWords[lang].shown}: <span lang="vi">{story.title}</span>
            </h2>
            <ToldStory story={story} words={storyWords[lang]} lang={lang} />
          </section>
        )}
        <section class="stack">
          <h2>{t.signs}</h2>
          <ol class="told-by">
            {trick.signs.map((sign) => (
              <li>
                <span>{sign[lang]}</span>
              </li>
            ))}
          </ol>
        </section>
        <section class="stack">
          <h2>{t.todo}</h2>
          <ol class="then">
            {trick.todo.map((step) => (
              <li>{step[lang]}</li>
            ))}
          </ol>
          <p>
            <a href={paths.firstHour}>
              <b>{t.lost}</b>
            </a>
          </p>
        </section>
        <Actions>
          <Button href={elsewhere.check}>{t.check}</Button>
          <Button look="second" href={elsewhere.report}>
            {t.report}
          </Button>
        </Actions>
        <p class="quiet">
          {trick.form !== null && t.form(formatNumber(trick.form, lang), trick.published ?? "")}{" "}
          {t.written(formatDate(view.writtenOn, lang))}
        </p>
        <p>
          <a href={paths.tricks}>{trickWords[lang].list.all}</a>
        </p>
      </div>
    </Layout>
  )
}

/** By the words of schema.org. */
function sentOnOf({ frame: { lang }, trick, writtenOn, url, publisher }: TrickView) {
  const description = trick.begins[lang]
  return {
    description,
    url,
    published: writtenOn,
    structured: {
      "@context": "https://schema.org",
      "@type": "Article",
      headline: trick.name[lang],
      description,
      articleBody: [description, ...[...trick.signs, ...trick.todo].map((one) => one[lang])].join("\n"),
      datePublished: writtenOn,
      inLanguage: lang,
      url,
      publisher: { "@type": "GovernmentOrganization", name: publisher },
    },
  }
}
