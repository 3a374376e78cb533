export { type FindTasks, findTasks, tasksOf } from './find-tasks.ts'
export { dropTask, type FinishTask, finishTask } from './finish-task.ts'
export { createTask, type OpenTask, openTask } from './open-task.ts'
export { outcomeUnknown, taskEnded, taskNotFound, taskRoleUnknown, titleInvalid } from './task.ts'
