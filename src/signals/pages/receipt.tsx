/** The portal's third screen. It is the answer to the form itself: the code never stands in an address. */
import { formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Code, Field, Form, Layout } from "../../kernel/ui/index.ts"
import type { Nearest } from "../actions/nearest.ts"
import type { Taken } from "../actions/take.ts"
import { receiptCharsMax } from "../domain/receipt.ts"
import { paths } from "../paths.ts"
import { portalWords } from "../words-portal.ts"
import { type Received, ReceivedFiles } from "./received-files.tsx"

export type ReceiptView = {
  frame: Frame
  taken: Pick<Taken, "code" | "isAgain"> & { receipt: { at: string } }
  files: readonly Received[]
  /** At the door of networks: the place that was chosen, and the desk there that reads it. */
  nearest?: Nearest | null
  /** Whose desk reads it otherwise. */
  receiver?: string | null
  /** The address people type, so that it stands whole on paper; null: nobody has said which. */
  site: string | null
}

export function receiptPage({ frame, taken, files, nearest = null, receiver = null, site }: ReceiptView) {
  const t = portalWords[frame.lang].receipt
  const hidden = { code: taken.code }
  const atLead = receiver === null ? t.nextReadNobody : t.nextRead(receiver)
  const readBy = nearest?.desk == null ? atLead : t.nextReadThere(nearest.desk.name)
  return (
    <Layout
      {...frame}
      url={paths.receipt}
      again={nearest === null ? hidden : { ...hidden, commune: nearest.place.code }}
      scripts={["receipt.js"]}
      audience="public"
      noReferrer
      title={t.title}
      lead={t.lead}
    >
      {taken.isAgain && <Banner title={t.again} />}
      <section class="notice good receipt">
        <p>
          <b>{t.code}</b>
        </p>
        <Code code={taken.code} />
        <button class="button second" type="button" data-copy="" hidden>
          {t.copy}
        </button>
        <p role="status" data-copied={t.copied}></p>
        <p>
          {t.at} {formatInstant(taken.receipt.at, frame.lang)}
        </p>
        <div>
          <b>{portalWords[frame.lang].follow.files}</b>
          {": "}
          <ReceivedFiles files={files} lang={frame.lang} />
        </div>
      </section>
      <p class="measure">{t.keep}</p>
      <p class="on-paper">
        {t.onPaper(
          receiver ?? "Liên Phòng",
          frame.place ?? "",
          site === null ? paths.follow : new URL(paths.follow, site).href,
        )}
      </p>
      <Form action={paths.follow} id="theo-doi" hidden={hidden}>
        <Actions>
          <Button>{t.follow}</Button>
        </Actions>
      </Form>
      <section class="stack measure">
        <h2>{t.next}</h2>
        <ol class="now">
          {nearest !== null && <li>{t.tellToo(nearest.place.name)}</li>}
          <li>{readBy}</li>
          <li>{t.nextAsk}</li>
          <li>{t.nextEnd}</li>
        </ol>
      </section>
      <Form action={paths.receiptFile} id="bien-nhan" hidden={hidden}>
        <p class="quiet">{t.fileHint}</p>
        <Actions>
          <Button look="second">{t.file}</Button>
          <Button look="plain" href={paths.report}>
            {t.another}
          </Button>
        </Actions>
        <p>
          <a href={paths.checkReceipt}>{t.check}</a>
        </p>
      </Form>
    </Layout>
  )
}

export type CheckReceiptView = {
  frame: Frame
  text?: string
  at?: string
  refused?: "empty" | "format" | "otherKey" | "altered"
}

export function checkReceiptPage({ frame, text, at, refused }: CheckReceiptView) {
  const t = portalWords[frame.lang].checkReceipt
  const title = at === undefined ? t.title : t.good(formatInstant(at, frame.lang))
  return (
    <Layout
      {...frame}
      url={paths.checkReceipt}
      audience="public"
      noReferrer
      title={title}
      lead={at === undefined ? t.lead : t.goodHint}
      crumbs={[{ href: paths.report, label: portalWords[frame.lang].back }]}
    >
      <div class="measure">
        <Form
          action={paths.checkReceipt}
          answers={{ receipt: text }}
          errors={refused === undefined ? {} : { receipt: t[refused] }}
        >
          <Field
            kind="textarea"
            name="receipt"
            rows={6}
            label={t.text}
            hint={t.textHint}
            maxlength={receiptCharsMax}
          />
          <Actions>
            <Button>{t.do}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
