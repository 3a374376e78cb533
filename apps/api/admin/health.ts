import { Type } from 'typebox'
import { lastExamination, watchHouse } from '#insight/doctor'
import { Instant, type Routes } from '#platform/http'

const Both = Type.Object({ zh: Type.String(), en: Type.String() })
const ExaminationJson = Type.Object({
  at: Type.Union([Instant, Type.Null()]),
  checks: Type.Array(
    Type.Object({
      id: Type.String(),
      says: Both,
      remedy: Both,
      rows: Type.Integer(),
      broken: Type.Integer(),
      violations: Type.Array(
        Type.Object({ subject: Type.String(), found: Type.Record(Type.String(), Type.Unknown()) }),
      ),
    }),
  ),
})

/** What the examination of the shop found: every day by itself, or when somebody asks. */
export function healthRoutes(app: Routes): void {
  const config = { needs: { staff: 'audit.read' } } as const
  const schema = { tags: ['office'], response: { 200: ExaminationJson } }
  const latest = async (context: Parameters<typeof lastExamination>[0]) => {
    const last = await lastExamination(context)
    return last ? { at: last.at, checks: [...last.checks] } : { at: null, checks: [] }
  }
  app.get('/api/v1/admin/health', { config, schema }, ({ context }) => latest(context))
  app.post('/api/v1/admin/health/examine', { config, schema }, async ({ context }) => {
    await watchHouse(context)
    return latest(context)
  })
}
