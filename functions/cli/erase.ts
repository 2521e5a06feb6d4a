/** `asli erase CODE`: deletes what the registry keeps of a customer. */
import { openApi } from './api.ts'
import { type Command, onePositional } from './command.ts'
import { readTypedCode } from './typed-code.ts'

export const erase: Command = {
  help: `asli erase CODE [--json]

Deletes for good what the registry keeps of the customer of a piece: the sealed name, and your own reference (customerRef).
The owner’s link shows no name any more; delete it where you keep it, too: FILE.asli.json and FILE.asli.csv have it, and
the file that you certified has the name itself.

It does not withdraw the certificate: verdict, signature, proof and status stay as they are. The log, which never had a name,
says that something was erased. What stays is the signed commitment, from which nobody can tell the name without the
link. This cannot be undone.`,
  run: async (input) => {
    const code = readTypedCode(onePositional(input, 'code'))
    const api = openApi(input, 'maker')
    const path = `/api/certificates/${code}/erase`
    const json = await api.ask<{ code: string; at: string }>('POST', path, { body: {}, idempotent: true })
    return {
      lines: [
        `Erased: ${json.code}, ${json.at}`,
        '  No link shows the name any more. Delete it where you keep it, too: see --help.',
      ],
      json,
    }
  },
}
