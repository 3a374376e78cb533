import { Type } from 'typebox'
import { makeSlowReport, readSlowReport } from '#insight/slow-sellers'
import { statusesOf } from '#kernel/steps'
import { type Task, type TaskId, type TaskKind, taskKinds, taskSteps } from '#model/office/tasks'
import { createTask, dropTask, findTasks, finishTask } from '#office/tasks'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { placeOf } from '../../console/places.ts'
import { NameJson, Nullable } from '../goods-shapes.ts'

const tags = ['tasks']
const closed = { additionalProperties: false }
const Day = Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' })
const TaskJson = Type.Object({
  id: IdText,
  kind: OneOf(Object.keys(taskKinds) as TaskKind[]),
  title: Type.String(),
  href: Nullable(Type.String({ description: 'Where the console shows what it is about' })),
  role: Type.String(),
  dueOn: Day,
  status: OneOf(statusesOf(taskSteps)),
  openedBy: Type.String(),
  createdAt: Instant,
  doneAt: Nullable(Instant),
  doneBy: Nullable(Type.String()),
  outcome: Nullable(Type.String()),
  note: Nullable(Type.String()),
  outcomes: Type.Array(Type.String({ description: 'How it may end' })),
})
const ReportJson = Type.Object({ madeOn: Day, days: Type.Integer(), mostSold: Type.Integer() })
const note = Type.Optional(Type.String({ maxLength: 1_000 }))
const TaskQuery = Type.Object(
  {
    ...PageQuery,
    status: Type.Optional(OneOf(statusesOf(taskSteps))),
    mine: Type.Optional(Type.Boolean({ description: 'Only those of your own roles' })),
  },
  closed,
)
const NewTaskBody = Type.Object(
  {
    title: Type.String({ maxLength: 400 }),
    role: Type.String({ maxLength: 60 }),
    dueOn: Type.String({ format: 'date' }),
  },
  closed,
)

/** What people owe by a day, and the report that opens tasks on what does not sell. */
export function taskRoutes(app: Routes): void {
  const reading = { needs: { staff: 'notices.read' } } as const
  const writing = { ...reading, once: true } as const
  app.get(
    '/api/v1/admin/tasks',
    { config: reading, schema: { tags, querystring: TaskQuery, response: { 200: PageOf(TaskJson) } } },
    async ({ context, query }) => {
      const page = await findTasks(context, query)
      return { ...page, rows: page.rows.map(shown) }
    },
  )
  app.post(
    '/api/v1/admin/tasks',
    { config: writing, schema: { tags, body: NewTaskBody, response: { 201: TaskJson } } },
    async ({ context, body }, reply) =>
      reply.code(201).send(shown(await createTask(context, { ...body, dueOn: Temporal.PlainDate.from(body.dueOn) }))),
  )
  app.post(
    '/api/v1/admin/tasks/:id/finish',
    {
      config: writing,
      schema: {
        tags,
        params: IdParams,
        body: Type.Object({ outcome: Type.String({ maxLength: 40 }), note }, closed),
        response: { 200: TaskJson },
      },
    },
    async ({ context, params, body }) => shown(await finishTask(context, { taskId: params.id as TaskId, ...body })),
  )
  app.post(
    '/api/v1/admin/tasks/:id/drop',
    {
      config: writing,
      schema: { tags, params: IdParams, body: Type.Object({ note }, closed), response: { 200: TaskJson } },
    },
    async ({ context, params, body }) => shown(await dropTask(context, { taskId: params.id as TaskId, ...body })),
  )
  reportRoutes(app)
}

const shown = (task: Task) => ({
  ...task,
  href: placeOf(task.subject, task.subjectId),
  outcomes: [...taskKinds[task.kind]],
})

function reportRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/slow-sellers',
    {
      config: { needs: { staff: 'products.read' } },
      schema: {
        tags,
        querystring: Type.Object({ day: Type.Optional(Type.String({ format: 'date' })) }, closed),
        response: {
          200: Type.Object({
            reports: Type.Array(ReportJson),
            report: Nullable(ReportJson),
            rows: Type.Array(
              Type.Object({
                productId: IdText,
                name: NameJson,
                pictureId: Nullable(IdText),
                sold: Type.Integer(),
                stock: Type.Integer(),
                task: Nullable(TaskJson),
              }),
            ),
          }),
        },
      },
    },
    async ({ context, query }) => {
      const day = query.day ? Temporal.PlainDate.from(query.day) : undefined
      const found = await readSlowReport(context, day)
      return { ...found, rows: found.rows.map((row) => ({ ...row, task: row.task && shown(row.task) })) }
    },
  )
  app.post(
    '/api/v1/admin/slow-sellers',
    {
      config: { needs: { staff: 'products.list' }, once: true },
      schema: { tags, response: { 201: Type.Object({ id: IdText }) } },
    },
    async ({ context }, reply) => reply.code(201).send({ id: await makeSlowReport(context) }),
  )
}
