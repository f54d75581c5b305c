/** Forms, declared once (decision 0012): questions, reader, page and addresses. */
export * from "./ask.ts"
export { type Failed, type Options, Questions, StepForm } from "./fields.tsx"
export * from "./form.ts"
export { mountForms, type SendingOf, type Shown } from "./mount.ts"
