import type { Lang } from "../words.ts"
import { GalleryForms } from "./gallery-forms.tsx"
import { GalleryLists } from "./gallery-lists.tsx"
import { words } from "./gallery-words.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  Cards,
  Confirm,
  DefinitionList,
  Door,
  DueTag,
  Figure,
  Layout,
  Letter,
  MarkedText,
  Meter,
  Split,
  Stack,
  Tabs,
  Tag,
} from "./index.ts"

/** The day on which the living page stands still, as the demo does. */
export const galleryToday = "2023-09-15"

/** `/ui`: every component in every state, from the same code as the real pages. */
export function UiGallery({ lang, url }: { lang: Lang; url: string }) {
  const t = words[lang]
  return (
    <Layout
      lang={lang}
      title={t.title}
      url={url}
      lead={t.lead}
      hasLetter
      scripts={["upload.js", "combobox.js"]}
      demoOn={galleryToday}
      nav={[
        { href: "/lam-viec", label: t.nav.work, count: 4 },
        { href: "/van-ban", label: t.nav.directives },
        { href: "/tin-bao", label: t.nav.signals },
        { href: "/vu-viec", label: t.nav.cases },
        { href: "/ui", label: t.nav.ui },
      ]}
      current="/ui"
      crumbs={[{ href: "/", label: t.crumbs.home }, { label: t.crumbs.here }]}
      user={{
        name: t.user.name,
        body: t.user.body,
        links: [{ href: "/phien", label: t.user.profile }],
        signOutAction: "/dang-xuat",
      }}
    >
      <Tones lang={lang} />
      <GalleryLists lang={lang} url={url} today={galleryToday} />
      <Figures lang={lang} />
      <GalleryForms lang={lang} />
      <Reading lang={lang} />
      <More lang={lang} />
      <Themes lang={lang} />
    </Layout>
  )
}

function Tones({ lang }: { lang: Lang }) {
  const t = words[lang]
  return (
    <Split>
      <Card title={t.tags.title}>
        <Pills lang={lang} />
        <h3>{t.buttons.title}</h3>
        <Actions>
          <Button href="#main">{t.buttons.main}</Button>
          <Button href="#main" look="second">
            {t.buttons.second}
          </Button>
          <Button href="#main" look="harm">
            {t.buttons.harm}
          </Button>
          <Button href="#main" look="plain">
            {t.buttons.plain}
          </Button>
        </Actions>
      </Card>
      <Stack>
        <h2>{t.banners.title}</h2>
        <Banner title={t.banners.late} tone="late">
          {t.banners.lateMore}
        </Banner>
        <Banner title={t.banners.soon} tone="soon">
          {t.banners.soonMore}
        </Banner>
        <Banner title={t.banners.good} tone="good" isAnswer>
          {t.banners.goodMore}
        </Banner>
        <Banner title={t.banners.info}>{t.banners.infoMore}</Banner>
        <Banner title={t.banners.info} tone="calm">
          {t.banners.infoMore}
        </Banner>
      </Stack>
    </Split>
  )
}

function Pills({ lang }: { lang: Lang }) {
  const t = words[lang].tags
  return (
    <p>
      <Tag>{t.calm}</Tag> <Tag tone="brand">{t.brand}</Tag> <Tag tone="good">{t.good}</Tag>{" "}
      <Tag tone="soon">{t.soon}</Tag> <Tag tone="late">{t.late}</Tag>{" "}
      <DueTag dueOn="2023-09-13" today={galleryToday} /> <DueTag dueOn="2023-09-15" today={galleryToday} />{" "}
      <DueTag dueOn="2023-09-18" today={galleryToday} /> <DueTag dueOn="2023-10-02" today={galleryToday} />
    </p>
  )
}

function Figures({ lang }: { lang: Lang }) {
  const t = words[lang].figures
  const parts = (done: number, doing: number, late: number) => [
    { label: t.done, value: done, tone: "good" as const },
    { label: t.doing, value: doing, tone: "brand" as const },
    { label: t.late, value: late, tone: "late" as const },
  ]
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <Cards>
        <Figure
          label={t.signals}
          value="1.284"
          change={{ text: t.signalsChange, tone: "late" }}
          href="#so-lieu"
          trend={[90, 92, 88, 101, 110, 104, 117, 131, 126, 150]}
        />
        <Figure
          label={t.onTime}
          value="91 %"
          change={{ text: t.onTimeChange, tone: "good" }}
          href="#so-lieu"
          trend={[80, 83, 82, 85, 86, 88, 87, 91]}
        />
        <Figure label={t.transfers} value="27" change={{ text: t.transfersChange, tone: "calm" }} />
      </Cards>
      <Card title={t.meters} id="so-lieu">
        <DefinitionList
          items={[
            { term: "1.1", value: <Meter parts={parts(16, 10, 3)} /> },
            { term: "1.2", value: <Meter parts={parts(20, 9, 0)} /> },
            { term: "1.3", value: <Meter parts={parts(29, 0, 0)} /> },
            { term: "2.1", value: <Meter parts={parts(0, 0, 0)} total={29} /> },
          ]}
        />
      </Card>
    </section>
  )
}

function Reading({ lang }: { lang: Lang }) {
  const t = words[lang]
  const { text, basis, here, doubt } = t.letter
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  return (
    <section class="stack">
      <h2>{t.letter.title}</h2>
      <Split>
        <Letter label={t.letter.label}>
          <MarkedText
            text={text}
            spans={[
              { ...span(basis), id: "m-1", href: "#r-1", label: t.letter.basisLabel },
              { ...span(here), id: "m-2", href: "#r-2", label: t.letter.task, tone: "here" },
              { ...span(doubt), id: "m-3", href: "#r-3", label: t.letter.doubtLabel, tone: "doubt" },
            ]}
          />
        </Letter>
        <Stack>
          <Card title={t.facts.title} id="r-1">
            <DefinitionList
              items={[
                { term: t.facts.number, value: <Tag tone="soon">{t.facts.missingNumber}</Tag> },
                { term: t.facts.date, value: <Tag tone="soon">{t.facts.missingDate}</Tag> },
                { term: t.facts.basis, value: <a href="#m-1">841/BC-STTTT</a> },
                { term: t.facts.to, value: t.facts.bodies },
                { term: t.facts.signer, value: t.facts.signerName },
              ]}
            />
          </Card>
          <Card id="r-2">
            <p>
              <b>1.1</b> <a href="#m-2">{t.letter.task}</a>
            </p>
            <p id="r-3">
              <b>1.2</b> <a href="#m-3">{doubt}</a> <Tag tone="soon">{t.tags.soon}</Tag>
            </p>
          </Card>
        </Stack>
      </Split>
    </section>
  )
}

function More({ lang }: { lang: Lang }) {
  const t = words[lang]
  return (
    <section class="stack">
      <h2>{t.more.title}</h2>
      <Tabs
        label={t.more.tabs}
        tabs={[
          { href: "#main", label: t.more.all, count: 171, isCurrent: true },
          { href: "#main", label: t.more.mine, count: 4 },
          { href: "#main", label: t.more.late, count: 1 },
        ]}
      />
      <Cards>
        <Door href="/bao-tin" title={t.more.doors}>
          {t.more.doorsMore}
        </Door>
        <Door href="/theo-doi" title={t.more.status}>
          {t.more.statusMore}
        </Door>
      </Cards>
      <Card title={t.buttons.harm}>
        <Confirm
          id="xoa"
          action="/ui"
          harm
          label={t.buttons.harm}
          backHref="#main"
          consequence={<p>{t.more.consequence}</p>}
        />
      </Card>
    </section>
  )
}

function Themes({ lang }: { lang: Lang }) {
  const t = words[lang]
  const sample = (title: string) => (
    <Card title={title}>
      <Pills lang={lang} />
      <Banner title={t.banners.soon} tone="soon">
        {t.banners.soonMore}
      </Banner>
      <Meter
        parts={[
          { label: t.figures.done, value: 16, tone: "good" },
          { label: t.figures.doing, value: 10, tone: "brand" },
          { label: t.figures.late, value: 3, tone: "late" },
        ]}
      />
      <Actions>
        <Button href="#main">{t.buttons.main}</Button>
        <Button href="#main" look="second">
          {t.buttons.second}
        </Button>
      </Actions>
    </Card>
  )
  return (
    <section class="stack">
      <h2>{t.themes.title}</h2>
      <Split>
        <div class="in-light">{sample(t.themes.light)}</div>
        <div class="in-dark">{sample(t.themes.dark)}</div>
      </Split>
    </section>
  )
}
