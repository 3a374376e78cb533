import { replaceOnLoad } from '../support/replace-on-load.ts'
import { plants } from './plants.ts'

// `node --import` this file: the process then runs with the bug that PLANT names.
const planted = plants[process.env.PLANT ?? '']
if (!planted) throw new Error(`there is no bug ${process.env.PLANT}`)
replaceOnLoad([planted])
