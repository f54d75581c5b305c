/** The verb with which alerts are read, that of the words of reporters: clerks, officers and leaders read where a child is; observers do not. */
export const childVerb = "signal.read"
