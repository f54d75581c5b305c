import { type Child, createContext, useContext } from "hono/jsx"
import { useWords } from "./language.ts"
import { MovedBy, TypedNotice, TypedWords, useTyped } from "./typed.tsx"

/** The token of the page's forms (src/kernel/http/form-token.ts). `Layout` provides it; a component alone has none. */
export const FormToken = createContext<(() => string) | null>(null)
/** Who opened the page's forms, when and where (src/kernel/http/opened.ts). */
export const FormOpened = createContext<string | null>(null)

/**
 * Stands first in each form that is posted, also in one written by hand: that it was opened here, and a random value by
 * which the same form sent twice acts once.
 */
export function OwnForm({ once }: { once?: string | undefined }) {
  const token = useContext(FormToken)
  const opened = useContext(FormOpened)
  return (
    <>
      {token !== null && <input type="hidden" name="csrf" value={token()} />}
      <input type="hidden" name="once" value={once ?? newOnce()} />
      {opened !== null && <input type="hidden" name="opened" value={opened} />}
    </>
  )
}

const newOnce = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")

/** A field's name and the sentence that says how to put it right; "" is an error of the form as a whole. */
export type FieldErrors = Readonly<Record<string, string | undefined>>
/** What the person entered, by field name: given back as it came. */
export type Answers = Readonly<Record<string, string | readonly string[] | undefined>>

type FormState = {
  id: string
  errors: FieldErrors
  answers: Answers
  /** A filter's fields may all stay empty. */
  asks: "answers" | "filters"
  /** It came back after signing in again: what was typed goes before what the page would show. */
  isBack: boolean
}
const FormContext = createContext<FormState>({
  id: "f",
  errors: {},
  answers: {},
  asks: "answers",
  isBack: false,
})

export function useForm(): FormState {
  return useContext(FormContext)
}

export type FormProps = {
  action: string
  /** Distinguishes the fields of two forms on one page. */
  id?: string
  method?: "post" | "get"
  /** With an `Upload` inside. */
  multipart?: boolean
  errors?: FieldErrors
  answers?: Answers
  /** Whether the summary of errors is focused on load; true unless told. */
  takesFocus?: boolean
  /** Values that travel along unseen, such as the version the person saw. */
  hidden?: Readonly<Record<string, string>>
  /** Of a form whose answer is made from it, such as a receipt; a new one otherwise. */
  once?: string
  /** "off": the browser offers nobody what was typed here before. */
  autocomplete?: "off"
  children?: Child
}

/**
 * A form whose fields find their own answer and error by name, so that a refused form comes back whole: the same
 * answers, a summary on top that links to each field, and the error again at the field.
 */
export function Form({ action, id = "f", method = "post", multipart, hidden = {}, ...rest }: FormProps) {
  const { errors = {}, once, autocomplete } = rest
  const typed = useTyped(action)
  const back = typed?.why === "ended" ? typed : null
  const answers = back?.answers ?? rest.answers ?? {}
  if (typed !== null && Object.keys(answers).length > 0) typed.isShown = true
  const asks = method === "get" ? "filters" : "answers"
  return (
    <FormContext.Provider value={{ id, errors, answers, asks, isBack: back !== null }}>
      <form
        class="form stack"
        id={id}
        method={method}
        action={action}
        enctype={multipart === true ? "multipart/form-data" : undefined}
        autocomplete={autocomplete}
        data-upload={multipart === true ? "" : undefined}
        novalidate
      >
        {method === "post" && <OwnForm once={once} />}
        {back !== null && <TypedNotice typed={back} />}
        <ErrorSummary
          errors={errors}
          id={id}
          takesFocus={rest.takesFocus !== false}
          hasFiles={multipart === true}
        />
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={[back?.answers[name] ?? value].flat()[0]} />
        ))}
        {rest.children}
      </form>
    </FormContext.Provider>
  )
}

/** Focused on load (`autofocus`), so that a screen reader begins with what went wrong. */
export function ErrorSummary(props: {
  errors: FieldErrors
  id?: string
  takesFocus?: boolean
  /** A browser empties its file fields when a page comes back. */
  hasFiles?: boolean
}) {
  const { errors, id = "f", takesFocus = true, hasFiles = false } = props
  const t = useWords().errors
  const typed = useContext(TypedWords)
  const entries = Object.entries(errors).filter(([, text]) => text !== undefined)
  if (entries.length === 0) return null
  return (
    <div
      class="notice late"
      role="alert"
      tabindex={-1}
      autofocus={takesFocus}
      aria-labelledby={`${id}-errors`}
    >
      <h2 id={`${id}-errors`}>{entries.length === 1 ? t.one : t.many(entries.length)}</h2>
      <ul>
        {entries.map(([name, text]) => (
          <li>{name === "" ? text : <a href={`#${fieldId(id, name)}`}>{text}</a>}</li>
        ))}
      </ul>
      {typed?.moved != null && <MovedBy moved={typed.moved} />}
      <p>{hasFiles ? t.keptWithoutFiles : t.kept}</p>
    </div>
  )
}

/** Where the summary's link leads. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(/[^\w-]/g, "-")}`
}

/** The row of buttons that ends a form: one does the work, the others lead away. */
export function Actions({ children }: { children?: Child }) {
  return <div class="actions">{children}</div>
}

export type ButtonProps = {
  /** "harm" only for what cannot be undone or hurts someone. */
  look?: "main" | "second" | "plain" | "harm"
  /** A link that looks like a button, or a submit button when absent. */
  href?: string
  name?: string
  value?: string
  formaction?: string
  children?: Child
}

export function Button({ look = "main", href, children, ...rest }: ButtonProps) {
  const style = look === "main" ? "button" : `button ${look}`
  if (href !== undefined)
    return (
      <a class={style} href={href}>
        {children}
      </a>
    )
  return (
    <button class={style} type="submit" {...rest}>
      {children}
    </button>
  )
}

/** A page's content that asks once more, and says the consequence, before something that cannot be undone. */
export function Confirm(props: {
  action: string
  id?: string
  /** What will happen, to whom: sentences. */
  consequence: Child
  /** The verb and its object: "Xóa bản nháp", never "OK". */
  label: string
  backHref: string
  harm?: boolean
  hidden?: Readonly<Record<string, string>>
  children?: Child
}) {
  const { action, hidden = {} } = props
  return (
    <Form action={action} id={props.id ?? "f"} hidden={hidden}>
      <div class="measure stack">{props.consequence}</div>
      {props.children}
      <Actions>
        <Button look={props.harm === true ? "harm" : "main"}>{props.label}</Button>
        <Button look="plain" href={props.backHref}>
          {useWords().confirm.back}
        </Button>
      </Actions>
    </Form>
  )
}
