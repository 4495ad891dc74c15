/** What makes letters and their files. */
export { letterText } from '../../board/output/letter';
export { letterFile, letterNames } from '../../board/output/letter-files';
