import type { Listener } from '#platform/events'
import { type ClockJob, hoursLong } from '#platform/jobs'
import { fetchPictures } from './fetch-pictures.ts'
import { measurePictures } from './measure-pictures.ts'
import type { PictureId } from './model.ts'
import { drawAllSizes } from './picture-file.ts'

export { type AddPicture, addPhoto, addPicture } from './add-picture.ts'
export { describePicture } from './describe-picture.ts'
export { checkPicture } from './draw-sizes.ts'
export { fetchAgain, fetchPictures } from './fetch-pictures.ts'
export { type FailedFetch, type FetchedPictures, fetchedFor, type NamedPicture, notePictures } from './fetch-store.ts'
export { type FindPictures, findPictures, type LibraryPicture } from './find-pictures.ts'
export { markPicture } from './mark-picture.ts'
export { judgePicture, measurePictures, measuresOf } from './measure-pictures.ts'
export { filmFiles, pictureFiles } from './owned-files.ts'
export {
  altMissing,
  altTooLong,
  noPicture,
  pictureBroken,
  pictureNotFound,
  pictureTooLarge,
  tooManyPixels,
} from './picture.ts'
export { originalFile, pictureFile } from './picture-file.ts'
export { flawsOf, type PictureFlaw, type PictureRules, pictureRules } from './picture-rules.ts'
export { mustBeOurs, showPictures } from './product-pictures.ts'
export { mediaSettings } from './settings.ts'
export { removeVideo, type ShowVideo, showVideo } from './show-video.ts'
export {
  captionsInvalid,
  noVideo,
  videoNotFound,
  videoTooLarge,
  videoWordsMissing,
} from './video.ts'
export { type StoredVideo, storedVideo, videoBytes, videoOf } from './video-file.ts'
export {
  type Announced,
  announcePictures,
  pictureNotWaiting,
  supplyPicture,
  type WaitingPicture,
  waitingPictures,
} from './waiting-pictures.ts'

export const mediaClockJobs: ClockJob[] = [
  { name: 'media.measurePictures', everyMinutes: 60, mostMinutes: hoursLong, run: measurePictures },
]

/** Sizes are drawn soon after a picture comes, so that the first visitor does not wait; pictures that a file names are fetched after it. */
export const mediaListeners: readonly Listener[] = [
  {
    name: 'media.drawSizes',
    on: ['picture.added'],
    run: (ctx, event) => drawAllSizes(ctx, event.aggregateId as PictureId),
  },
  {
    name: 'media.fetchPictures',
    on: ['import.finished', 'pictures.fetch_requested'],
    run: (ctx, event) => fetchPictures(ctx, event.aggregateId),
  },
]
