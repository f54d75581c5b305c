/** Published warnings for feed readers: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. A recalled one stays, and says so. Pure. */
import { type Issuer, type ReleasedWarning, warningAddress, warningChangedAt } from "./released.ts"
import { xmlOf } from "./xml.ts"

export type Channel = {
  issuer: Issuer
  title: string
  /** Whole addresses: of this feed, and of the page with the same warnings. */
  self: string
  page: string
  warnings: readonly ReleasedWarning[]
  /** When there is no warning yet: a feed has to say when it last changed. */
  begun: Date
  words: { recalled: string; signs: string; toDo: string; until: string; drill: string }
  /** Where an entry leads, and what is there; unless said, to the warning's page. */
  linkOf?: (one: ReleasedWarning) => string
  linkType?: string
}

/** Atom asks for a name that never changes (RFC 4151): the host, the day of the release and the number. */
const tagOf = ({ domain }: Issuer, { code, releasedAt }: ReleasedWarning) =>
  `tag:${domain},${releasedAt.toISOString().slice(0, 10)}:canh-bao/${code}`

function titleOf({ issuer, words }: Channel, { title, recalledAt }: ReleasedWarning): string {
  const said = recalledAt === null ? title : `${words.recalled}: ${title}`
  return issuer.isDrill ? `[${words.drill}] ${said}` : said
}

function textOf({ words }: Channel, one: ReleasedWarning): string {
  if (one.recalledAt !== null) return `${words.recalled}. ${one.recallReason ?? ""}`.trim()
  const list = (items: readonly string[]) => items.map((item) => `– ${item}`).join("\n")
  const until = `${words.until} ${one.expiresOn}`
  return [
    one.looksLike,
    `${words.signs}\n${list(one.signs)}`,
    `${words.toDo}\n${list(one.whatToDo)}`,
    until,
  ].join("\n\n")
}

const latest = ({ warnings, begun }: Channel): Date =>
  warnings.map(warningChangedAt).reduce((a, b) => (a > b ? a : b), begun)

export function atomOf(channel: Channel): string {
  const { issuer, title, self, page, warnings, linkType = "text/html" } = channel
  const { linkOf = ({ code }) => warningAddress(issuer, code) } = channel
  return xmlOf({
    feed: {
      "@xmlns": "http://www.w3.org/2005/Atom",
      "@xml:lang": "vi",
      id: self,
      title,
      updated: latest(channel).toISOString(),
      link: [
        { "@rel": "self", "@type": "application/atom+xml", "@href": self },
        { "@rel": "alternate", "@type": "text/html", "@href": page },
      ],
      author: { name: issuer.name, uri: issuer.url },
      entry: warnings.map((one) => ({
        id: tagOf(issuer, one),
        title: titleOf(channel, one),
        published: one.releasedAt.toISOString(),
        updated: warningChangedAt(one).toISOString(),
        link: { "@rel": "alternate", "@type": linkType, "@href": linkOf(one) },
        ...(one.trick === null ? {} : { category: { "@term": one.trick.slug, "@label": one.trick.name } }),
        content: { "@type": "text", "#text": textOf(channel, one) },
      })),
    },
  })
}

/** RSS 2.0 dates are those of RFC 822 with four digits for the year. */
const rssDate = (at: Date) => at.toUTCString().replace("GMT", "+0000")

export function rssOf(channel: Channel): string {
  const { issuer, title, self, page, warnings } = channel
  return xmlOf({
    rss: {
      "@version": "2.0",
      "@xmlns:atom": "http://www.w3.org/2005/Atom",
      channel: {
        title,
        link: page,
        description: title,
        language: "vi",
        lastBuildDate: rssDate(latest(channel)),
        "atom:link": { "@rel": "self", "@type": "application/rss+xml", "@href": self },
        item: warnings.map((one) => ({
          title: titleOf(channel, one),
          link: warningAddress(issuer, one.code),
          guid: { "@isPermaLink": "false", "#text": tagOf(issuer, one) },
          pubDate: rssDate(warningChangedAt(one)),
          ...(one.trick === null ? {} : { category: one.trick.name }),
          description: textOf(channel, one),
        })),
      },
    },
  })
}

export function jsonFeedOf(channel: Channel): object {
  const { issuer, title, self, page, warnings } = channel
  return {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: page,
    feed_url: self,
    language: "vi",
    authors: [{ name: issuer.name, url: issuer.url }],
    items: warnings.map((one) => ({
      id: tagOf(issuer, one),
      url: warningAddress(issuer, one.code),
      title: titleOf(channel, one),
      content_text: textOf(channel, one),
      date_published: one.releasedAt.toISOString(),
      date_modified: warningChangedAt(one).toISOString(),
      ...(one.trick === null ? {} : { tags: [one.trick.name] }),
    })),
  }
}
