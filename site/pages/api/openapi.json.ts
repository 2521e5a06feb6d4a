/** /api/openapi.json: the API's description for programs. The Worker puts in its address (functions/routes/written.ts). */
import { describeApi } from '../../../functions/actions/openapi/describe-api.ts'
import { WRITTEN_ORIGIN } from '../../../functions/actions/openapi/written-origin.ts'

export function GET(): Response {
  return Response.json(describeApi(WRITTEN_ORIGIN))
}
