/** A value that is made when it is first asked for, so that work nobody asks for costs nothing. */
export const once = <T>(make: () => T): (() => T) => {
  let made: {readonly value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}
