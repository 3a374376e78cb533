export { type Download, type DownloaderOptions, type DownloadProblem, type Downloads, downloader } from './download.ts'
