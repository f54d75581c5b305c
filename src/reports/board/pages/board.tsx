/** `/so-lieu-cong-khai`: yesterday in one sentence, the month beside the same days of last year, tricks and communes; and the small one for other sites. */
import { raw } from "hono/html"
import { type PublicStory, storyWords } from "../../../awareness/index.ts"
import { formatDay, formatNumber } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import { asset } from "../../../kernel/ui/assets.ts"
import {
  Banner,
  Card,
  Cards,
  DefinitionList,
  EmptyState,
  Layout,
  Split,
  ToldStory,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { signalPaths } from "../../../signals/index.ts"
import { type Board, ranges, spans } from "../domain/board.ts"
import { boardPaths } from "../paths.ts"
import { comparedOf, sayMoney, spokenOf, titleOf, trickNamed } from "../spoken.ts"
import { boardWords } from "../words.ts"

export type BoardView = {
  frame: Frame
  board: Board
  /** Released true stories, by the trick of which they tell. */
  stories: ReadonlyMap<string, PublicStory>
  /** The province, as the text to be read aloud names it. */
  place: string
  /** Names of communes by code. */
  communes: ReadonlyMap<string, string>
  /** The whole addresses of the page and of the one for other sites. */
  url: string
  embedUrl: string
  publisher: string
}

export function emptyBoardPage(frame: Frame) {
  const t = boardWords[frame.lang]
  return (
    <Layout {...frame} audience="public" title={t.none} current={boardPaths.board}>
      <EmptyState title={t.none}>{t.noneHow}</EmptyState>
    </Layout>
  )
}

export function boardPage(view: BoardView) {
  const { frame, board } = view
  const { lang } = frame
  const t = boardWords[lang]
  const spoken = spokenOf(board, view.place, lang)
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={titleOf(board, lang)}
      lead={t.lead}
      current={boardPaths.board}
      sentOn={sentOnOf(view, spoken)}
    >
      {board.sums.yesterday.tips === 0 && <Banner tone="calm" title={t.noneMeans} />}
      <section class="stack">
        <h2>{comparedOf(board, lang)}</h2>
        <Spans board={board} lang={lang} />
      </section>
      <Split>
        <ByTips {...view} />
        <ByMoney {...view} />
      </Split>
      <Communes {...view} />
      <details class="more">
        <summary>{t.listen}</summary>
        <p class="said">{spoken}</p>
        <p class="quiet">{t.minute}</p>
      </details>
      <details class="more">
        <summary>{t.embed}</summary>
        <p>{t.embedHow}</p>
        <p class="said">{`<iframe title="${t.nav}" src="${view.embedUrl}" width="100%" height="320"></iframe>`}</p>
      </details>
      <details class="more">
        <summary>{t.how}</summary>
        <p>{t.howText}</p>
        <p>{t.whyText}</p>
      </details>
      <section class="stack">
        <h2>{t.take}</h2>
        <p>
          <a href={boardPaths.csv}>{t.csv}</a> · <a href={boardPaths.json}>{t.json}</a> ·{" "}
          <a href={boardPaths.embedded}>{t.embed}</a>
        </p>
        <p>
          <a href={signalPaths.tricks}>{t.tricks}</a>
        </p>
      </section>
    </Layout>
  )
}

function Spans({ board, lang }: { board: Board; lang: Lang }) {
  const t = boardWords[lang]
  return (
    <Cards>
      {spans.map((span) => {
        const { from, to } = board.windows[span]
        const sum = board.sums[span]
        const days = from === to ? formatDay(to, lang) : `${formatDay(from, lang)} – ${formatDay(to, lang)}`
        return (
          <Card title={t.spans[span]}>
            <p class="quiet">{days}</p>
            {sum === null ? (
              <p>{t.unknown}</p>
            ) : (
              <>
                <p>
                  <b>{t.tips(formatNumber(sum.tips, lang))}</b>
                </p>
                <p>
                  {t.money}: {sum.money === null ? t.heldMoney : sayMoney(sum.money, lang)}
                </p>
              </>
            )}
          </Card>
        )
      })}
    </Cards>
  )
}

/** The true story under a trick, closed until somebody opens it; nothing where none was released. */
function Story({ type, stories, lang }: Pick<BoardView, "stories"> & { type: string; lang: Lang }) {
  const story = stories.get(type)
  if (story === undefined) return null
  const t = storyWords[lang]
  return (
    <details class="more">
      <summary>
        {t.shown}: <span lang="vi">{story.title}</span>
      </summary>
      <ToldStory story={story} words={t} lang={lang} />
    </details>
  )
}

function ByTips({ frame: { lang }, board, stories }: BoardView) {
  const t = boardWords[lang]
  return (
    <Card title={t.byTips}>
      {board.byTips.length === 0 ? <p>{t.noRanking}</p> : <p class="quiet">{t.byTipsHint}</p>}
      <ol class="then">
        {board.byTips.map(({ type, tips }) => (
          <li>
            <a href={signalPaths.trick(type)}>{trickNamed(type, lang)}</a>:{" "}
            <b>{tips === null ? t.under : t.tips(formatNumber(tips, lang))}</b>
            <Story type={type} stories={stories} lang={lang} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function ByMoney({ frame: { lang }, board, stories }: BoardView) {
  const t = boardWords[lang]
  return (
    <Card title={t.byMoney}>
      {board.byMoney.length === 0 ? <p>{t.noMoney}</p> : <p class="quiet">{t.byMoneyHint}</p>}
      <ol class="then">
        {board.byMoney.map(({ type, money }) => (
          <li>
            <a href={signalPaths.trick(type)}>{trickNamed(type, lang)}</a>: <b>{sayMoney(money, lang)}</b>
            {!board.byTips.some((one) => one.type === type) && (
              <Story type={type} stories={stories} lang={lang} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Communes({ frame: { lang }, board, communes }: BoardView) {
  const t = boardWords[lang]
  const listed = (of: "month" | "yearAgo") =>
    ranges.flatMap((range) => {
      const names = board.communes.filter((one) => one[of] === range)
      if (names.length === 0) return []
      return [
        { term: t.ranges[range], value: names.map(({ code }) => communes.get(code) ?? code).join(", ") },
      ]
    })
  return (
    <Card title={t.places}>
      <p class="quiet">{board.communes.length === 0 ? t.noPlaces : t.placesHint}</p>
      <DefinitionList items={listed("month")} />
      {board.communes.some(({ yearAgo }) => yearAgo !== null) && (
        <details class="more">
          <summary>{t.spans.yearAgo}</summary>
          <DefinitionList items={listed("yearAgo")} />
        </details>
      )}
      <Banner tone="calm" title={t.why}>
        {t.whyText}
      </Banner>
    </Card>
  )
}

/** By the words of schema.org. */
function sentOnOf({ frame: { lang }, board, url, publisher }: BoardView, spoken: string) {
  return {
    description: spoken,
    url,
    published: board.on,
    structured: {
      "@context": "https://schema.org",
      "@type": "Dataset",
      name: boardWords[lang].nav,
      description: spoken,
      url,
      temporalCoverage: `${board.windows.yearAgo.from}/${board.on}`,
      creator: { "@type": "GovernmentOrganization", name: publisher },
      distribution: [
        {
          "@type": "DataDownload",
          encodingFormat: "text/csv",
          contentUrl: new URL(boardPaths.csv, url).href,
        },
        {
          "@type": "DataDownload",
          encodingFormat: "application/json",
          contentUrl: new URL(boardPaths.json, url).href,
        },
      ],
    },
  }
}

/** Nothing but sentences and links that open beside the page that shows it: there is nothing in it to be pressed by mistake. */
export function embeddedBoard({ frame: { lang }, board, url }: Omit<BoardView, "stories">) {
  const t = boardWords[lang]
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <title>{t.nav}</title>
          <link rel="stylesheet" href={asset("base.css")} />
        </head>
        <body>
          <main class="wrap page stack">
            <h1>{titleOf(board, lang)}</h1>
            <p>{comparedOf(board, lang)}.</p>
            <ol>
              {board.byTips.map(({ type, tips }) => (
                <li>
                  {trickNamed(type, lang)}: {tips === null ? t.under : t.tips(formatNumber(tips, lang))}
                </li>
              ))}
            </ol>
            <p>
              <a href={url} target="_blank" rel="noopener">
                {t.more}
              </a>
            </p>
          </main>
        </body>
      </html>
    </>
  )
}
