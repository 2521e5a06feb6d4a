/** The name of the log, and of its key: `HOST/log`. */
export function logName(origin: string): string {
  return `${new URL(origin).host}/log`
}
